import type { Document } from '../../model/archive';
import { parseDigest, type Digest } from '../../model/digest';
import type { Fact, Proof, Query, Statement, Subject } from '../../model/integrity';
import { pointerSteps } from '../../model/jsonPointer';
import type { Span } from '../../model/source';

/** What statements are looked up in. */
export interface StatingContext {
  /** By id. */
  readonly documents: ReadonlyMap<string, Document>;
  /** Documents that nothing points at. */
  readonly unreferenced: ReadonlySet<string>;
  /** Manifests of what is stored like an image and is none. */
  readonly artifacts: ReadonlySet<string>;
  /** A member's bytes, links followed; null when the archive does not have it. */
  find(path: string): { readonly path: string; readonly span: Span } | null;
  /** Of bytes in memory; null for an algorithm that cannot be computed here. */
  digest(algorithm: string, bytes: Uint8Array): Digest | null;
}

/** Who states a descriptor, where, and of what. */
export interface Place {
  readonly document: Document;
  readonly pointer: string;
  readonly about: Subject;
  readonly number?: number;
  readonly required: boolean;
}

/** Bytes by their digest, or the name that they would have. */
export interface Located {
  readonly path: string;
  readonly span: Span | null;
}

/** Where the archive has the bytes of a digest: in `blobs/` (OCI image-spec image-layout.md) or, in skopeo's `dir:`, at the top. */
export function locate({ find }: StatingContext, digest: string): Located {
  const parsed = parseDigest(digest);
  if (!parsed) return { path: digest, span: null };
  const { algorithm, encoded } = parsed;
  const blob = `blobs/${algorithm}/${encoded}`;
  const found = find(blob) ?? find(`${encoded}.manifest.json`) ?? find(encoded);
  return found ?? { path: blob, span: null };
}

/** The document that is at a digest, when it was read. */
export function documentAt(context: StatingContext, digest: string): Document | null {
  return context.documents.get(locate(context, digest).path) ?? null;
}

/** A statement with what most have filled in. */
export function state(fields: Partial<Statement> & Pick<Statement, 'kind' | 'about' | 'target' | 'fact'>): Statement {
  return { number: null, document: null, pointer: '', claimed: null, required: true, ...fields };
}

/** A fact that is read in another place of the archive. */
export function reading(
  actual: string | null,
  otherwise: Extract<Fact, { from: 'reading' }>['otherwise'],
  proof: Proof | null = null,
): Fact {
  return { from: 'reading', actual, otherwise, proof };
}

/** A `jq` program over a document; null for one that is not in the archive. */
export function byJq({ span }: Pick<Document, 'span'>, program: string, formula: string): Proof | null {
  return span && { by: 'jq', span, program, formula };
}

/** The value at a pointer as `jq` is asked for it; names of digits are indexes. */
export function query(pointer: string): Query {
  const formula = pointerSteps(pointer)
    .map((step) =>
      /^\d+$/.test(step) ? `[${step}]` : /^[a-z]\w*$/i.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`,
    )
    .join('');
  return { program: formula.startsWith('[') ? `.${formula}` : formula, formula: formula.replace(/^\./, '') };
}
