import type { Claim } from './claim';
import type { Contents } from './contents';
import type { Digest } from './digest';
import type { Span } from './source';

/** What is stored like an image and is none, by what it is for. */
export const ARTIFACT_KINDS = [
  'attestation',
  'in-toto',
  'cosign-signature',
  'cosign-attestation',
  'cosign-sbom',
  'sigstore-bundle',
  'notation-signature',
  'spdx',
  'cyclonedx',
  'helm-chart',
  'wasm',
  'buildkit-cache',
  'docker-plugin',
  'containerd-checkpoint',
  'soci-index',
  'files',
  'annotations',
  'unknown',
] as const;
export type ArtifactKind = (typeof ARTIFACT_KINDS)[number];

/** Where it is said what an artifact is about; of several, the first of this list counts. */
export const ABOUT_BY = [
  'subject',
  'docker-reference',
  'containerd-subject',
  'cosign-tag',
  'referrers-tag',
  'cosign-layout',
  'index-subject',
] as const;
export type AboutBy = (typeof ABOUT_BY)[number];

/** What the digest that an artifact is about names in this archive. */
export const ABOUT_TARGETS = ['image', 'index', 'artifact', 'absent'] as const;

export interface StatedAbout {
  /** Of a manifest or index. Tags cut long digests: then only its beginning. */
  readonly digest: Digest;
  readonly by: AboutBy;
  /** The document that says it, and where in it (RFC 6901); null when nothing lists the artifact. */
  readonly place: { readonly document: string; readonly pointer: string } | null;
}

export interface About extends StatedAbout {
  readonly target: (typeof ABOUT_TARGETS)[number];
  /** Keys of the images concerned: the one it names, all that the index leads to, or those that the artifact is about. */
  readonly images: readonly string[];
}

/** A blob of an artifact: its config, or one of its contents. */
export interface ArtifactPart {
  readonly role: 'config' | 'content';
  /** What its own media type says it is; null when that says nothing. */
  readonly kind: ArtifactKind | null;
  /** Its file name, where it has one (`org.opencontainers.image.title`). */
  readonly title: string | null;
  readonly predicateType: string | null;
  readonly mediaType: string | null;
  readonly digest: Digest;
  readonly size: number | null;
  /** Name of the member that holds it, and its bytes; null when the archive does not have them. */
  readonly path: string;
  readonly span: Span | null;
  /** The empty descriptor: it stands where something must stand and nothing is meant (OCI image-spec manifest.md). */
  readonly empty: boolean;
  /** Whether its bytes are in the descriptor too (`data`), and are what the descriptor says; null when they are not there. */
  readonly embedded: 'matches' | 'differs' | null;
  /** What is inside; null when that is nothing we read, or too much (`LIMITS.contentBytes`). */
  readonly contents: Contents | null;
}

/** Something that is stored like an image and is none, as the archive states it. */
export interface StatedArtifact {
  /** Stable: path of its manifest or index, or of the blob itself. */
  readonly id: string;
  readonly kind: ArtifactKind;
  /** Its own names, not those of an index that it is in. */
  readonly names: readonly string[];
  /** The indexes between the pointer and it, outermost first (ids of documents). */
  readonly indexes: readonly string[];
  /** Its manifest or index; null for a blob that an index lists itself. */
  readonly manifest: string | null;
  readonly mediaType: string | null;
  /** `artifactType`, or else the type of its config (OCI distribution-spec, "Listing Referrers"). */
  readonly artifactType: string | null;
  readonly digest: Digest;
  /** Bytes of its manifest. */
  readonly size: number | null;
  readonly about: StatedAbout | null;
  readonly parts: readonly ArtifactPart[];
  /** What the documents that lead to it and its own claim of bytes in the archive. */
  readonly claims: readonly Claim[];
}

/** The same, with what it is about looked up. */
export interface Artifact extends StatedArtifact {
  readonly about: About | null;
}
