import type { Document } from './archive';
import type { CannotExport, DroppedField } from './export';

/** The three kinds of manifest that an image has had, oldest first. */
export const MANIFEST_KINDS = ['schema1', 'schema2', 'oci'] as const;
export type ManifestKind = (typeof MANIFEST_KINDS)[number];

/** What lists the platforms of an image: Docker's manifest list, or an OCI index. */
export const LIST_KINDS = ['list', 'index'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** Why a manifest, list or index cannot be made. */
export type CannotForm = CannotExport | 'manifests-missing' | 'too-many-manifests';

/** One image's manifest in one form, with what it names. */
export interface ManifestForm {
  readonly kind: ManifestKind;
  /** As the archive has it, or else derived; null when it cannot be made. */
  readonly manifest: Document | null;
  /** The config that the manifest names; null where the archive lacks it, and for schema 1, which has none. */
  readonly config: Document | null;
  /** Schema 1: the `v1Compatibility` strings, each a document `within` the manifest, base first. */
  readonly compatibility: readonly Document[];
  /** What the archive's own documents say and this form does not; empty where it is the archive's own. */
  readonly dropped: readonly DroppedField[];
  readonly cannot: CannotForm | null;
}

/** The platforms of an image in one form. */
export interface ListForm {
  readonly kind: ListKind;
  readonly document: Document | null;
  /** Entries of the other form that this one cannot have, because they are no images (attestations): JSON pointers into that document. */
  readonly leftOut: readonly string[];
  readonly dropped: readonly DroppedField[];
  readonly cannot: CannotForm | null;
}

/** The manifests of one image side by side. */
export interface ManifestForms {
  readonly manifests: Readonly<Record<ManifestKind, ManifestForm>>;
  /** Null for an image that no list or index of platforms leads to. */
  readonly lists: Readonly<Record<ListKind, ListForm>> | null;
}
