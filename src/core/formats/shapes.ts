import * as v from 'valibot';
import type { DocumentKind } from '../model/archive';
import { OR_UNKNOWN } from './fit';

/*
 * The documents as they are read: every optional field may be absent or null (Go writes both), unknown fields are
 * kept out of the way. OCI image-spec: manifest.md, image-index.md, config.md, descriptor.md; docker-image-spec v1.0–v1.3.
 */

const text = v.nullish(v.string());
/** Of another type, they leave the rest of the document of use. */
const size = v.nullish(v.number(OR_UNKNOWN));
const date = v.nullish(v.string(OR_UNKNOWN));
const strings = v.nullish(v.record(v.string(), v.nullish(v.string())));

export const Platform = v.object({
  architecture: text,
  os: text,
  variant: text,
  'os.version': text,
});

export const Descriptor = v.object({
  mediaType: text,
  digest: v.string(),
  size,
  annotations: strings,
  platform: v.nullish(Platform),
  artifactType: text,
  urls: v.nullish(v.array(v.string())),
  data: text,
});
export type Descriptor = v.InferOutput<typeof Descriptor>;

export const Manifest = v.object({
  schemaVersion: v.nullish(v.number()),
  mediaType: text,
  artifactType: text,
  config: v.nullish(Descriptor),
  layers: v.nullish(v.array(Descriptor)),
  /** What layers are called in the artifact manifest that OCI 1.1 had before its release. */
  blobs: v.nullish(v.array(Descriptor)),
  subject: v.nullish(Descriptor),
  annotations: strings,
});
export type Manifest = v.InferOutput<typeof Manifest>;

export const Index = v.object({
  schemaVersion: v.nullish(v.union([v.number(), v.string()])),
  mediaType: text,
  artifactType: text,
  manifests: v.nullish(v.array(Descriptor)),
  subject: v.nullish(Descriptor),
  annotations: strings,
});
export type Index = v.InferOutput<typeof Index>;

const InspectedEntry = v.object({
  Descriptor,
  /** The manifest's bytes, in base64. */
  Raw: text,
  SchemaV2Manifest: v.optional(v.unknown()),
  OCIManifest: v.optional(v.unknown()),
});

const InspectedList = v.pipe(v.array(InspectedEntry), v.minLength(1));
const InspectedAlone = v.pipe(
  InspectedEntry,
  v.transform((entry) => [entry]),
);

/** What `docker manifest inspect -v` prints: an entry, or a list of them. `manifests` is what an index would list. */
export const Inspected = v.pipe(
  v.lazy((input) => (Array.isArray(input) ? InspectedList : InspectedAlone)),
  v.transform((entries) => ({ entries, manifests: entries.map((entry) => entry.Descriptor) })),
);

/** Any JSON object. */
export const AnyObject = v.record(v.string(), v.unknown());

/** What a manifest or index is by its own word, or else by what it lists. */
export const MediaTyped = v.object({ mediaType: text, manifests: v.nullish(v.array(v.unknown())) });

export const History = v.object({
  created: date,
  created_by: text,
  author: text,
  comment: text,
  empty_layer: v.nullish(v.boolean()),
});

export const Config = v.object({
  created: date,
  architecture: text,
  os: text,
  variant: text,
  'os.version': text,
  rootfs: v.nullish(v.object({ type: text, diff_ids: v.nullish(v.array(v.string())) })),
  history: v.nullish(v.array(History)),
});
export type Config = v.InferOutput<typeof Config>;

/** What a config says of running it, as far as Go readers refuse the whole config when it has another shape. */
export const RunConfig = v.object({
  config: v.nullish(v.object({ Env: v.nullish(v.array(v.string())), Labels: strings })),
});

export const LayoutMark = v.object({ imageLayoutVersion: v.string() });

/** `manifest.json` of a docker archive. Go reads its keys in any case, and one writer used that. */
export const ArchiveManifest = v.pipe(
  v.array(v.record(v.string(), v.unknown())),
  v.transform((entries) => entries.map((entry) => foldKeys(entry, ['Config', 'RepoTags', 'Layers', 'LayerSources']))),
  v.array(
    v.object({
      Config: v.string(),
      RepoTags: v.nullish(v.array(v.string())),
      Layers: v.nullish(v.array(v.string())),
      LayerSources: v.nullish(v.record(v.string(), Descriptor)),
    }),
  ),
);
export type ArchiveManifest = v.InferOutput<typeof ArchiveManifest>;

/** `repositories`: name → tag → v1 layer ID. */
export const Repositories = v.record(v.string(), v.nullish(v.record(v.string(), v.string())));

/** The `json` of one v1 layer (docker-image-spec v1.0). */
export const V1Json = v.object({
  id: text,
  parent: text,
  created: date,
  architecture: text,
  os: text,
  variant: text,
  'os.version': text,
  container_config: v.nullish(v.object({ Cmd: v.nullish(v.array(v.string())) })),
});
export type V1Json = v.InferOutput<typeof V1Json>;

/** A schema 1 manifest (distribution manifest-v2-1). Each entry is looked at by itself, so that a bad one hides no other. */
export const Schema1 = v.object({
  schemaVersion: v.nullish(v.number()),
  name: text,
  tag: text,
  architecture: text,
  fsLayers: v.nullish(v.array(v.unknown())),
  history: v.nullish(v.array(v.unknown())),
  signatures: v.nullish(v.array(v.unknown())),
});
export const FsLayer = v.object({ blobSum: v.string() });
export const Schema1History = v.object({ v1Compatibility: v.string() });
/** What a `v1Compatibility` string holds: the `json` of a v1 layer. */
export const V1Compatibility = v.object({ ...V1Json.entries, throwaway: v.nullish(v.boolean()) });
export type V1Compatibility = v.InferOutput<typeof V1Compatibility>;

const manifestKeys = Object.keys({ ...Manifest.entries, ...Index.entries });

/** The keys of each kind of document that are read here. */
export const KNOWN_KEYS: Readonly<Partial<Record<DocumentKind, readonly string[]>>> = {
  'archive-manifest': ['Config', 'RepoTags', 'Layers', 'LayerSources'],
  manifest: manifestKeys,
  index: manifestKeys,
  'layout-index': manifestKeys,
  config: Object.keys(Config.entries),
  'oci-layout': Object.keys(LayoutMark.entries),
};

function foldKeys(entry: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name) => {
      const key = name in entry ? name : Object.keys(entry).find((each) => each.toLowerCase() === name.toLowerCase());
      return [name, key === undefined ? undefined : entry[key]];
    }),
  );
}
