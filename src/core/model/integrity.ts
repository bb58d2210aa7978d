import type { Digest } from './digest';
import type { Compression } from './mediaType';
import type { MemberType } from './members';
import type { Finding } from './representation';
import type { Span } from './source';

/** What a row of the integrity table is about. */
export const ROW_KINDS = [
  'digest',
  'size',
  'diff-id',
  'chain-id',
  'file-name',
  'media-type',
  'layer-type',
  'layer-count',
  'history-count',
  'platform',
  'reference',
  'v1-id',
  // the table of contents of a layer, and what is made of it
  'toc-digest',
  'toc-stored-digest',
  'toc-position',
  'tar-split-digest',
  'tar-split-position',
  'unpacked-size',
  // content that a descriptor carries in itself, and what a document inside an artifact is about
  'embedded',
  'attached',
  // the lists of a hybrid against each other
  'same-config',
  'same-layers',
  'same-names',
  'listed',
  // what is there more than once, for nobody, or as two things at once
  'duplicate',
  'orphan',
  'conflict',
  'key-case',
  'repeated-key',
  'repeated-member',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/**
 * What came of a row, worst first. `ambiguous`: tools see different things; `tolerated`: not as stated, but every reader copes;
 * `absent`: not in the archive, and need not be; `unreferenced`: nothing points at it; `repeated`: the same bytes under another name.
 */
export const ROW_VERDICTS = [
  'mismatch',
  'missing',
  'ambiguous',
  'unknown',
  'pending',
  'tolerated',
  'unreferenced',
  'repeated',
  'absent',
  'matches',
] as const;
export type RowVerdict = (typeof ROW_VERDICTS)[number];

/** What a statement is about, for its words. */
export const SUBJECTS = [
  'index',
  'manifest',
  'config',
  'layer',
  'subject',
  'blob',
  'image',
  'document',
  'member',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** A kind of row, what came of it, and what it is about. */
export type RowSituation = `${RowKind}.${RowVerdict}.${Subject}`;

/** A `jq` program over a document; `formula` says the same in the words of the specifications. */
export interface Query {
  readonly program: string;
  readonly formula: string;
}

/** A program that gives a text in base64; `other` when it is URL-safe, unpadded or broken into lines. */
export interface Base64Query extends Query {
  readonly base64: 'plain' | 'other';
}

/** How the actual value is obtained by hand. Where `inside` gives a text in base64, the bytes meant are what it stands for. */
export type Proof =
  /** The digest of bytes, unpacked first where `unpack` is a compression. */
  | {
      readonly by: 'hash';
      readonly algorithm: string;
      readonly span: Span;
      readonly unpack: Compression;
      readonly inside?: Base64Query;
    }
  | { readonly by: 'size'; readonly span: Span; readonly unpack: Compression; readonly inside?: Base64Query }
  /** The sha256 of a run of stored bytes, unpacked first where `unpack` is a compression; `inTar`: of the TOC in the tar that they are then. */
  | {
      readonly by: 'part';
      readonly span: Span;
      /** Counted from the first byte of `span`. */
      readonly part: Span;
      readonly unpack: Compression;
      readonly inTar: boolean;
    }
  /** Numbers of 8 bytes out of the last `bytes`, counted from 1. */
  | { readonly by: 'footer'; readonly span: Span; readonly bytes: number; readonly from: number; readonly to: number }
  /** The first bytes, which say what they are. */
  | { readonly by: 'magic'; readonly span: Span }
  | ({ readonly by: 'jq'; readonly span: Span; readonly inside?: Base64Query } & Query)
  /** Which of these names the object has of which `pointer` names a member, each as often as it is given. */
  | { readonly by: 'keys'; readonly span: Span; readonly pointer: string; readonly names: readonly string[] }
  /** The ChainID of the first `count` DiffIDs of a config. */
  | { readonly by: 'chain'; readonly span: Span; readonly count: number }
  /** The members of one name, as paths from the archive's top. */
  | { readonly by: 'list'; readonly name: string };

/** What a statement is held against. */
export type Fact =
  /** Bytes that are measured; null when the archive does not have them. */
  | {
      readonly from: 'bytes';
      readonly span: Span | null;
      /** Kind `layer-type`: what the media type says that the bytes are, and the verdict when they are not. */
      readonly expects?: { readonly compression: Compression; readonly otherwise: RowVerdict };
    }
  /** Something read in another place; `otherwise` is the verdict when it is not what is claimed. */
  | {
      readonly from: 'reading';
      readonly actual: string | null;
      readonly otherwise: RowVerdict;
      /** Why it cannot be told, where `otherwise` is `unknown`. */
      readonly reason?: Finding['reason'];
      readonly proof: Proof | null;
    };

/** One of several members with one name. */
export interface Occurrence {
  /** In stored order, from 1. */
  readonly number: number;
  readonly type: MemberType;
  /** Where its bytes begin in the tar, and how many there are. */
  readonly offset: number;
  readonly size: number;
  /** Of a link, what it says. */
  readonly link: string | null;
  /** Whether it is the one that is shown here. */
  readonly taken: boolean;
  /** sha256 of the bytes of a file; null while they are not read. */
  readonly digest: Digest | null;
  /** The shell line that shows it. */
  readonly shell: string | null;
}

/** One thing that an archive says of itself. */
export interface Statement {
  readonly kind: RowKind;
  readonly about: Subject;
  /** Of a layer, from 1, base first. */
  readonly number: number | null;
  /** Id of the document that says it; null when it is said by a name in the tar. */
  readonly document: string | null;
  /** Where in the document (RFC 6901). */
  readonly pointer: string;
  /** The member that it is about, or the name of what is not there. */
  readonly target: string;
  readonly claimed: string | null;
  readonly fact: Fact;
  /** Whether the archive is broken when it does not have what is named. */
  readonly required: boolean;
  /** Kind `repeated-member`: the members; of very many, the first ones and the last. */
  readonly occurrences?: readonly Omit<Occurrence, 'digest' | 'shell'>[];
}

/** A statement held against its fact. Plain data. */
export interface IntegrityRow extends Omit<Statement, 'fact' | 'required' | 'occurrences'> {
  /** Stable over reopening. */
  readonly id: string;
  readonly verdict: RowVerdict;
  readonly actual: string | null;
  readonly reason: Finding['reason'];
  /** How the actual value is obtained, as `sha256(gunzip(…))`; null when it cannot be. */
  readonly formula: string | null;
  /** The shell line that shows it. */
  readonly shell: string | null;
  /** Kind `repeated-member`: {@link Statement.occurrences}, measured. */
  readonly occurrences?: readonly Occurrence[];
}

export interface IntegrityTable {
  /** Worst first, then in the order of the archive; not more than were asked for. */
  readonly rows: readonly IntegrityRow[];
  readonly counts: Readonly<Record<RowVerdict, number>>;
  /** Of an archive with `manifest.json` and `index.json`; null for others. */
  readonly hybrid: HybridCounts | null;
}

/** Images by how two lists of one archive agree on them. */
export interface HybridCounts {
  readonly same: number;
  readonly different: number;
  /** In one of the lists only. */
  readonly one: number;
}
