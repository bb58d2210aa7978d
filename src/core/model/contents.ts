import type { Digest } from './digest';
import type { Span } from './source';

/** Forms in which statements are signed and carried. */
export const WRAPPERS = ['sigstore-bundle', 'dsse'] as const;
export type Wrapper = (typeof WRAPPERS)[number];

export const SBOM_FORMATS = ['spdx', 'cyclonedx'] as const;

/** What a document says it is about, held against what the artifact is attached to; `unknown` when the two cannot be compared. */
export const MEANT = ['matches', 'differs', 'unknown'] as const;
export type Meant = (typeof MEANT)[number];

export interface Subject {
  readonly name: string;
  readonly digests: readonly Digest[];
  readonly meant: Meant;
}

/** An in-toto statement, without its predicate (in-toto attestation spec, "Statement"). */
export interface Statement {
  readonly type: string;
  readonly predicateType: string;
  /** At most `LIMITS.contentsListed` of `subjectCount`. */
  readonly subjects: readonly Subject[];
  readonly subjectCount: number;
  /** `matches` when one of all subjects is what the artifact is attached to. */
  readonly meant: Meant;
}

export interface Material {
  readonly uri: string;
  readonly digest: Digest | null;
}

/** SLSA provenance, of any version. */
export interface Provenance {
  readonly builder: string | null;
  readonly buildType: string | null;
  /** Identifier of the run, and where its instructions came from. */
  readonly invocation: string | null;
  readonly source: string | null;
  readonly entryPoint: string | null;
  readonly started: string | null;
  readonly finished: string | null;
  readonly materials: readonly Material[];
  readonly materialCount: number;
}

export interface Package {
  readonly name: string;
  readonly version: string | null;
  /** Of its package URL, or else what the SBOM calls it. */
  readonly type: string | null;
  readonly licence: string | null;
}

export interface Sbom {
  readonly format: (typeof SBOM_FORMATS)[number];
  readonly version: string | null;
  readonly name: string | null;
  readonly created: string | null;
  readonly tools: readonly string[];
  readonly packageCount: number;
  /** Most first. */
  readonly byType: readonly { readonly type: string; readonly count: number }[];
  /** At most `LIMITS.contentsListed` of them. */
  readonly packages: readonly Package[];
}

/** The payload that a simple signature signs (containers/image, "atomic container signature"). */
export interface SignedPayload {
  readonly reference: string | null;
  readonly digest: Digest | null;
  readonly type: string | null;
  readonly meant: Meant;
}

/** What is in one content of an artifact. */
export interface Contents {
  /** Outermost first; when there are any, the rest is about what is in them. */
  readonly wrappers: readonly Wrapper[];
  /** How an envelope writes what it holds: `plain` is base64 as `base64 -d` reads it, `other` is URL-safe, unpadded or broken into lines. Null without an envelope. */
  readonly base64: 'plain' | 'other' | null;
  /** How many signatures the wrapper carries. They are not verified. */
  readonly signatures: number;
  readonly statement: Statement | null;
  readonly provenance: Provenance | null;
  readonly sbom: Sbom | null;
  readonly signed: SignedPayload | null;
}

/** What is read as a document only when it is looked at: a part of an artifact, or the table of contents of a layer. */
export interface ContentRef {
  readonly path: string;
  /** Of the whole member. */
  readonly span: Span | null;
  readonly mediaType: string | null;
  readonly inside?: 'toc';
}

const PAYLOAD = 'derived/payload/';

/** The id of the payload of an envelope as a document, by the name of the member that holds the envelope. */
export function payloadId(path: string): string {
  return PAYLOAD + path;
}

/** The name of the member whose payload the id names; null when it names something else. */
export function payloadOf(id: string): string | null {
  return id.startsWith(PAYLOAD) ? id.slice(PAYLOAD.length) : null;
}
