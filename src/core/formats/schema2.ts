import { goStringify } from '../bytes/goJson';
import type { Document, DocumentKind, StatedImage } from '../model/archive';
import { encodedPart } from '../model/digest';
import { MEDIA } from '../model/mediaType';
import type { Claim, Facet, FacetNote } from '../model/representation';
import { aboutThisArchive, descriptorClaims, diffIdClaims, fileNameClaim, manifestClaims } from './claims';
import {
  documentOf,
  imageConfig,
  layerDescriptors,
  preferFound,
  statedAs,
  statedManifests,
  whyUnknown,
  type KnownLayer,
} from './context';
import { derive, valueOf } from './documents';
import { configFacet, documentFacet, layerFacets, markFacet, missingFacet } from './facets';
import type { Described, LayerFacts, WriteContext, Written } from './format';
import { goObject } from './goValues';
import { chainClaims, pointedAt } from './links';
import { schema1LayerFields } from './schema1Ids';
import { schema1Claims } from './schema1Image';
import { ArchiveManifest, Config, Manifest } from './shapes';

/** Pointers that list the parts themselves. */
const NAMES_NO_MANIFEST: ReadonlySet<DocumentKind> = new Set(['archive-manifest', 'schema1-manifest']);

/**
 * The image as Docker has it since 1.10: `manifest.json`, config and layers of a docker archive, and the schema 2
 * manifest that a registry would hold for these very layers (distribution manifest-v2-2).
 */
export async function writeSchema2(context: WriteContext): Promise<Written> {
  const archive = statedAs(context, 'docker-archive');
  const { schema1, schema2 } = statedManifests(context);
  // A schema 1 manifest states the layers by digest, as schema 2 does; the rest is derived from it.
  const stated = archive ?? schema2?.stated ?? schema1?.stated ?? loneConfig(context);
  const config = await imageConfig(context);
  const base = { column: 'v2s2' as const, stated, layerDocuments: [] };
  const found = context.layers.map((layer, i) => ({
    path: stated?.layers[i]?.path ?? layerName(layer),
    span: layer.span,
    found: stated !== null,
  }));
  // The index of an OCI layout is of another column, whatever it points at. A schema 1 manifest is not what this column calls one.
  const pointer =
    (stated?.format === 'oci-layout' ? null : documentOf(context, stated?.pointer)) ??
    (stated && stated === schema1?.stated ? schema1.manifest : null);
  if (typeof config === 'string') {
    const { manifest = null } = schema2 ?? {};
    return {
      ...base,
      pointer,
      manifest,
      config: null,
      layers: found,
      mark: manifest,
      cannot: manifest ? null : config,
    };
  }
  const manifest = schema2?.manifest ?? (await deriveManifest(context, config));
  return {
    ...base,
    pointer:
      pointer ??
      (await derivePointer(
        context,
        config,
        found.map((layer) => layer.path),
      )),
    manifest,
    config,
    layers: found,
    mark: (stated?.format === 'dir-transport' && documentOf(context, stated.mark)) || manifest,
    cannot: manifest ? null : whyUnknown(context.layers),
  };
}

/** A config alone, which says of layers what they unpack to, and nothing else. */
function loneConfig(context: WriteContext): StatedImage | null {
  const stated = statedAs(context, 'document');
  return stated?.manifest === null ? stated : null;
}

/** go-containerregistry's names for stored layers: the digest, and `.gz` when it is compressed. */
function layerName(layer: LayerFacts): string {
  const suffix = layer.compression === 'gzip' ? '.tar.gz' : layer.compression === 'zstd' ? '.tar.zst' : '.tar';
  return layer.digest === null ? `layer${suffix}` : encodedPart(layer.digest) + suffix;
}

async function deriveManifest(context: WriteContext, config: Document): Promise<Document | null> {
  const layers = layerDescriptors(context, 'docker');
  if (!layers || context.layers.some((layer) => layer.encrypted)) return null;
  const { oci } = statedManifests(context);
  const manifest = await derive('v2s2', {
    kind: 'manifest',
    path: 'manifest (schema 2)',
    mediaType: MEDIA.dockerManifest,
    bytes: schema2Manifest(config, layers),
    recipe: oci
      ? { code: 'v2s2-manifest-from-oci', from: [oci.manifest.id] }
      : { code: 'v2s2-manifest', from: [...(statedAs(context, 'docker-archive') ? ['manifest.json'] : []), config.id] },
  });
  return preferFound(context, manifest);
}

/** A schema 2 manifest as Docker and containers/image write it: compact, in this order of fields. */
export function schema2Manifest(config: Document, layers: readonly KnownLayer[]): Uint8Array<ArrayBuffer> {
  const descriptor = ({ mediaType, size, digest, urls }: KnownLayer) =>
    goObject([
      ['mediaType', mediaType],
      ['size', size],
      ['digest', digest],
      ['urls', urls],
    ]);
  return goStringify(
    goObject([
      ['schemaVersion', 2],
      ['mediaType', MEDIA.dockerManifest],
      ['config', descriptor({ mediaType: MEDIA.dockerConfig, size: config.bytes.length, digest: config.digest })],
      ['layers', layers.map(descriptor)],
    ]),
  );
}

async function derivePointer(
  context: WriteContext,
  config: Document,
  layers: readonly string[],
): Promise<Document | null> {
  if (context.layers.some((layer) => layer.digest === null)) return null;
  const entry = goObject([
    ['Config', `${encodedPart(config.digest)}.json`],
    ['RepoTags', context.image.names.length > 0 ? [...context.image.names] : null],
    ['Layers', [...layers]],
  ]);
  return derive('v2s2', {
    kind: 'archive-manifest',
    path: 'manifest.json',
    mediaType: null,
    bytes: goStringify([entry]),
    recipe: { code: 'archive-manifest', from: [config.id] },
  });
}

export async function describeSchema2(written: Written, context: WriteContext): Promise<Described> {
  const manifest = valueOf(written.manifest, Manifest);
  const diffIds = valueOf(written.config, Config)?.rootfs?.diff_ids ?? [];
  const statedBy = written.stated?.format === 'docker-archive' ? written.pointer : written.manifest;
  const schema1 = schema1Of(written, context);
  const byStep =
    schema1 &&
    (await schema1LayerFields(schema1, {
      config: written.config?.bytes ?? null,
      diffIds: context.layers.map(({ diffId }) => diffId),
    }));
  const layers = await layerFacets(
    written,
    written.layers.map((_, i) => diffIds[i] ?? null),
    (i) => {
      const layer = manifest?.layers?.[i];
      return {
        statedBy: statedBy?.id ?? null,
        mediaType: layer?.mediaType ?? null,
        digest: layer?.digest ?? null,
        size: layer?.size ?? written.layers[i]?.span?.length ?? null,
        ...byStep?.[i],
      };
    },
  );
  const facets: Facet[] = [
    written.pointer
      ? documentFacet(written.pointer, {
          part: 'pointer',
          role: 'pointer',
          digest: NAMES_NO_MANIFEST.has(written.pointer.kind) ? null : pointedAt(written),
          mediaType: written.pointer.mediaType,
          values: written.stated?.names ?? context.image.names,
          note: pointerNote(written, context),
        })
      : missingFacet(written, { part: 'pointer', role: 'pointer' }),
    written.manifest
      ? documentFacet(written.manifest, {
          part: 'manifest',
          role: 'manifest',
          mediaType: MEDIA.dockerManifest,
          statedBy: written.stated?.indexes.at(-1) ?? null,
        })
      : missingFacet(written, { part: 'manifest', role: 'manifest' }),
    configFacet(written, manifest, { mediaType: MEDIA.dockerConfig, statedBy: statedBy?.id ?? null }),
    ...layers,
    markFacet(written),
  ];
  return { facets, claims: aboutThisArchive(claims(written, context), context.image) };
}

/** Claims of documents in the archive only: what we derive is true by construction. */
function claims(written: Written, context: WriteContext): Claim[] {
  const { stated, config, manifest, pointer } = written;
  const all = chainClaims('v2s2', written, context);
  if (config?.origin === 'found') {
    all.push(...fileNameClaim('v2s2', 'config', config));
    all.push(...diffIdClaims('v2s2', config, context.image.layers));
  }
  if (manifest?.origin === 'found' && stated) all.push(...manifestClaims('v2s2', manifest, config, stated));
  const schema1 = schema1Of(written, context);
  if (schema1 && stated) all.push(...schema1Claims('v2s2', schema1, stated));
  if (stated?.format === 'docker-archive' && pointer) all.push(...archiveClaims(pointer, stated, config));
  return all;
}

function pointerNote({ pointer, stated }: Written, { image }: WriteContext): FacetNote | null {
  if (pointer?.kind === 'schema1-manifest') return 'schema1-manifest';
  return (stated?.names ?? image.names).length === 0 ? 'no-tags' : null;
}

/** The schema 1 manifest that states the image, if one does. */
function schema1Of({ stated }: Written, context: WriteContext): Document | null {
  const manifest = documentOf(context, stated?.manifest);
  return manifest?.kind === 'schema1-manifest' ? manifest : null;
}

/** `LayerSources` of Docker 25 and later, and layers stored under their digest. */
function archiveClaims(pointer: Document, stated: StatedImage, config: Document | null): Claim[] {
  const { at: index, sources } = sourcesOf(pointer).get(config?.path ?? '') ?? { at: -1, sources: {} };
  return stated.layers.flatMap((layer, i) => {
    const part = `layer:${i + 1}`;
    const source = layer.diffId === null ? undefined : sources[layer.diffId];
    const named = fileNameClaim('v2s2', part, layer);
    if (!source) return named;
    const at = `/${index}/LayerSources/${layer.diffId ?? ''}`;
    return [...named, ...descriptorClaims('v2s2', part, pointer, at, source, layer)];
  });
}

type Sources = NonNullable<ArchiveManifest[number]['LayerSources']>;
type Entry = { readonly at: number; readonly sources: Sources };

/** `LayerSources` by the config's path; of each list once, because each of its images asks. */
const listed = new WeakMap<Document, ReadonlyMap<string, Entry>>();

function sourcesOf(pointer: Document): ReadonlyMap<string, Entry> {
  const known = listed.get(pointer);
  if (known) return known;
  const entries = (valueOf(pointer, ArchiveManifest) ?? []).map(
    ({ Config: path, LayerSources }, at): [string, Entry] => [path, { at, sources: LayerSources ?? {} }],
  );
  // Backwards, so that the first of several stays.
  const byPath = new Map(entries.reverse());
  listed.set(pointer, byPath);
  return byPath;
}
