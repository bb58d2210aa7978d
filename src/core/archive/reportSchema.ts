import * as v from 'valibot';
import { DIAGNOSTIC_CODES } from '../errors';
import {
  CONTAINERS,
  DOCUMENT_KINDS,
  EVIDENCE_CODES,
  FORMAT_IDS,
  RECIPE_CODES,
  TRAIT_CODES,
  WRITER_IDS,
} from '../model/archive';
import { ABOUT_BY, ABOUT_TARGETS, ARTIFACT_KINDS } from '../model/artifact';
import { MEANT, SBOM_FORMATS, WRAPPERS } from '../model/contents';
import { LAYER_KINDS } from '../model/layerTraits';
import { MEMBER_TYPES } from '../model/members';
import { ROW_KINDS, ROW_VERDICTS, SUBJECTS } from '../model/integrity';
import { CANNOT_CODES, COLUMN_IDS, FINDING_REASONS } from '../model/representation';
import { SIGNATURE_OUTCOMES, SIGNATURE_REASONS } from '../model/schema1';
import { TOC_FOOTERS, TOC_KINDS, TOC_PROBLEMS } from '../model/toc';
import { V1_ID_KINDS } from '../model/v1Id';

/*
 * The report's shape, once: its type and `public/report.schema.json` are both made from this.
 */

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();
const optional = v.nullable(v.string());
const size = v.nullable(count);
const origin = v.picklist(['found', 'derived', 'none']);
/** An array that is taken over as it is. */
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.readonly());
const compression = v.picklist(['none', 'gzip', 'zstd', 'bzip2', 'xz']);

const Platform = v.nullable(
  v.object({
    os: text,
    architecture: text,
    variant: v.optional(text),
    osVersion: v.optional(text),
  }),
);

const ReportDocument = v.object({
  part: text,
  kind: v.picklist(DOCUMENT_KINDS),
  origin: v.picklist(['found', 'derived']),
  recipe: v.nullable(v.picklist(RECIPE_CODES)),
  path: text,
  mediaType: optional,
  digest: text,
  size: count,
});

const span = v.object({ offset: count, length: count });

/** The table of contents that a layer's bytes have. Places are counted from the first stored byte of the layer. */
const Toc = v.object({
  kind: v.picklist(TOC_KINDS),
  footer: v.picklist(TOC_FOOTERS),
  /** Null when it is not in the layer. */
  at: v.nullable(span),
  position: optional,
  storedDigest: optional,
  digest: optional,
  size,
  version: v.nullable(v.number()),
  entries: size,
  types: v.pipe(v.array(v.object({ type: text, count })), v.readonly()),
  tarSplit: v.nullable(v.object({ position: text, at: v.nullable(span), digest: optional, claimed: optional })),
  problem: v.nullable(v.picklist(TOC_PROBLEMS)),
});

const ReportLayer = v.object({
  number: count,
  origin,
  path: optional,
  mediaType: optional,
  digest: optional,
  size,
  diffId: optional,
  unpackedSize: size,
  chainId: optional,
  v1Id: optional,
  v1IdKind: v.nullable(v.picklist(V1_ID_KINDS)),
  v1IdZone: optional,
  compression: v.nullable(compression),
  kinds: v.array(v.picklist(LAYER_KINDS)),
  keyWrapping: v.array(text),
  urls: v.array(text),
  toc: v.nullable(Toc),
});

const Representation = v.object({
  column: v.picklist(COLUMN_IDS),
  origin: v.picklist(['found', 'derived', 'mixed']),
  cannot: v.nullable(v.picklist(CANNOT_CODES)),
  documents: v.array(ReportDocument),
  layers: v.array(ReportLayer),
});

const Finding = v.object({
  part: text,
  kind: v.picklist(['digest', 'size', 'diff-id', 'file-name']),
  document: text,
  pointer: text,
  target: text,
  claimed: text,
  actual: optional,
  verdict: v.picklist(['matches', 'mismatch', 'missing', 'pending', 'unknown']),
  reason: v.nullable(v.picklist(FINDING_REASONS)),
});

/** One thing that the archive says of itself, held against its fact. */
const IntegrityRow = v.object({
  id: text,
  verdict: v.picklist(ROW_VERDICTS),
  reason: v.nullable(v.picklist(FINDING_REASONS)),
  kind: v.picklist(ROW_KINDS),
  about: v.picklist(SUBJECTS),
  /** Of a layer, from 1, base first. */
  number: v.nullable(count),
  /** The document that says it, and where in it (RFC 6901); null when a name in the tar says it. */
  document: optional,
  pointer: text,
  target: text,
  claimed: optional,
  actual: optional,
  /** How the actual value is obtained, in words and in a shell. */
  formula: optional,
  shell: optional,
  /** Of a repeated member: each of the members, in stored order; of very many, the first ones and the last. */
  occurrences: v.optional(
    list(
      v.object({
        number: count,
        type: v.picklist(MEMBER_TYPES),
        offset: count,
        size: count,
        link: optional,
        /** Whether it is the one that the rest of the report is about. */
        taken: v.boolean(),
        digest: optional,
        shell: optional,
      }),
    ),
  ),
});

const Integrity = v.object({
  /** Of all rows, by verdict. */
  counts: v.object({
    mismatch: count,
    missing: count,
    ambiguous: count,
    unknown: count,
    pending: count,
    tolerated: count,
    unreferenced: count,
    repeated: count,
    absent: count,
    matches: count,
  }),
  /** The worst first; of very many, the first. */
  rows: v.array(IntegrityRow),
});

const Summary = v.object({
  total: count,
  matches: count,
  mismatches: count,
  missing: count,
  pending: count,
  unknown: count,
});

const meant = v.picklist(MEANT);

/** What a document inside an artifact says; of long lists the first entries. */
const Contents = v.object({
  wrappers: list(v.picklist(WRAPPERS)),
  /** How an envelope writes what it holds; `other`: in the URL-safe alphabet, without padding or in lines. Null without an envelope. */
  base64: v.nullable(v.picklist(['plain', 'other'])),
  signatures: count,
  statement: v.nullable(
    v.object({
      type: text,
      predicateType: text,
      subjects: list(v.object({ name: text, digests: list(text), meant })),
      subjectCount: count,
      meant,
    }),
  ),
  provenance: v.nullable(
    v.object({
      builder: optional,
      buildType: optional,
      invocation: optional,
      source: optional,
      entryPoint: optional,
      started: optional,
      finished: optional,
      materials: list(v.object({ uri: text, digest: optional })),
      materialCount: count,
    }),
  ),
  sbom: v.nullable(
    v.object({
      format: v.picklist(SBOM_FORMATS),
      version: optional,
      name: optional,
      created: optional,
      tools: list(text),
      packageCount: count,
      byType: list(v.object({ type: text, count })),
      packages: list(v.object({ name: text, version: optional, type: optional, licence: optional })),
    }),
  ),
  signed: v.nullable(v.object({ reference: optional, digest: optional, type: optional, meant })),
});

/** What is stored beside the images: attestations, signatures, SBOMs, charts, anything else. */
const Artifact = v.object({
  kind: v.picklist(ARTIFACT_KINDS),
  names: v.array(text),
  manifest: optional,
  digest: text,
  size,
  mediaType: optional,
  artifactType: optional,
  /** Where it is said what it is about, and what that names here. */
  about: v.nullable(
    v.object({ digest: text, by: v.picklist(ABOUT_BY), target: v.picklist(ABOUT_TARGETS), images: v.array(text) }),
  ),
  parts: v.array(
    v.object({
      role: v.picklist(['config', 'content']),
      kind: v.nullable(v.picklist(ARTIFACT_KINDS)),
      title: optional,
      predicateType: optional,
      mediaType: optional,
      digest: text,
      size,
      path: text,
      inArchive: v.boolean(),
      empty: v.boolean(),
      embedded: v.nullable(v.picklist(['matches', 'differs'])),
      contents: v.nullable(Contents),
    }),
  ),
  summary: Summary,
  findings: v.array(Finding),
});

const Diagnostic = v.object({
  code: v.picklist(DIAGNOSTIC_CODES),
  severity: v.picklist(['info', 'warning', 'error']),
  path: optional,
  /** The layer in whose tar it is; `path` and `offset` are then in there. */
  layer: optional,
  offset: v.nullable(v.number()),
  details: v.record(text, v.union([text, v.number()])),
});

export const Report = v.object({
  schema: v.literal('tabaqa-report-1'),
  file: v.object({
    name: text,
    container: v.picklist(CONTAINERS),
    /** Of the opened file; of a folder, of all its files. */
    size: count,
    /** Without the compressions around it; null for what is no tar. */
    tarSize: size,
    wrappers: v.array(compression),
    members: count,
  }),
  /**
   * `verified`: everything stated holds; `does-not-match`: something does not, or is damaged or missing; `ambiguous`: tools see
   * different things; `incomplete`: not everything is measured; `verified-except-unknown`: what can be told holds, something cannot be told.
   */
  verdict: v.picklist(['verified', 'does-not-match', 'ambiguous', 'incomplete', 'verified-except-unknown']),
  formats: v.array(
    v.object({
      format: v.picklist(FORMAT_IDS),
      evidence: v.array(v.object({ code: v.picklist(EVIDENCE_CODES), path: text, count: v.optional(count) })),
    }),
  ),
  /** Whose habits the archive shows, and which they are: a guess. Null when nobody's that is known. */
  writer: v.nullable(v.object({ writer: v.picklist(WRITER_IDS), traits: v.array(v.picklist(TRAIT_CODES)) })),
  images: v.array(
    v.object({
      key: text,
      names: v.array(text),
      platform: Platform,
      formats: v.array(v.picklist(FORMAT_IDS)),
      summary: Summary,
      representations: v.array(Representation),
      findings: v.array(Finding),
      /** What is there with all layers applied: paths that are no folders, their bytes, and layers of which that is not known. Null when it is of none. */
      files: v.nullable(v.object({ count: size, bytes: size, unknownLayers: size })),
    }),
  ),
  artifacts: v.array(Artifact),
  /** Schema 1 manifests: what they state, base first, and what came of their signatures. */
  schema1: v.array(
    v.object({
      document: text,
      name: optional,
      tag: optional,
      architecture: optional,
      payloadDigest: optional,
      payloadSize: size,
      signatures: v.array(
        v.object({
          outcome: v.picklist(SIGNATURE_OUTCOMES),
          reason: v.nullable(v.picklist(SIGNATURE_REASONS)),
          algorithm: optional,
          keyFrom: v.nullable(v.picklist(['jwk', 'x5c'])),
          kid: optional,
          fingerprint: optional,
          time: optional,
        }),
      ),
      entries: v.array(
        v.object({
          document: optional,
          blobSum: optional,
          id: optional,
          idKind: v.nullable(v.picklist(V1_ID_KINDS)),
          throwaway: v.boolean(),
        }),
      ),
    }),
  ),
  integrity: Integrity,
  /** How many files nothing points at; the first of them are listed. */
  orphanCount: count,
  orphans: v.array(v.object({ path: text, size: count })),
  diagnostics: v.array(Diagnostic),
});

/** Everything found out about a file, as plain JSON. */
export type Report = v.InferOutput<typeof Report>;
