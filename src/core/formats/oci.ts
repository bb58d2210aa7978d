import { goStringify } from '../bytes/goJson';
import type { Document } from '../model/archive';
import { encodedPart } from '../model/digest';
import { MEDIA } from '../model/mediaType';
import type { Claim, Facet } from '../model/representation';
import { aboutThisArchive, diffIdClaims, manifestClaims } from './claims';
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
import { ociConfig } from './ociConfig';
import { Config, Manifest } from './shapes';

/** The image as an OCI image layout: `index.json`, manifest, config, layers by digest, `oci-layout`. */
export async function writeOci(context: WriteContext): Promise<Written> {
  const found = statedManifests(context).oci;
  const stated = found?.stated ?? statedAs(context, 'oci-layout');
  const source = await imageConfig(context);
  const base = {
    column: 'oci' as const,
    stated,
    layerDocuments: [],
    layers: context.layers.map((layer, i) => ({
      path: (found && stated?.layers[i]?.path) ?? blobName(layer),
      span: layer.span,
      found: found !== null,
    })),
    mark: documentOf(context, stated?.mark) ?? (await deriveMark()),
  };
  const pointer = documentOf(context, stated?.pointer);
  if (found) {
    const config = documentOf(context, stated?.config);
    const { manifest } = found;
    return { ...base, pointer: pointer ?? (await deriveIndex(context, manifest)), manifest, config, cannot: null };
  }
  if (typeof source === 'string') return { ...base, pointer, manifest: null, config: null, cannot: source };
  const config = preferFound(context, await ociConfig(source));
  const manifest = await deriveManifest(context, config);
  return {
    ...base,
    pointer: pointer ?? (manifest && (await deriveIndex(context, manifest))),
    manifest,
    config,
    cannot: manifest ? null : whyUnknown(context.layers),
  };
}

function blobName(layer: LayerFacts): string {
  return `blobs/sha256/${layer.digest === null ? '…' : encodedPart(layer.digest)}`;
}

async function deriveManifest(context: WriteContext, config: Document): Promise<Document | null> {
  const layers = layerDescriptors(context, 'oci');
  if (!layers || context.layers.some((layer) => layer.encrypted)) return null;
  const { schema2 } = statedManifests(context);
  const manifest = await derive('oci', {
    kind: 'manifest',
    path: (hex) => `blobs/sha256/${hex}`,
    mediaType: MEDIA.ociManifest,
    bytes: ociManifest(config, layers),
    recipe: { code: 'oci-manifest', from: [schema2?.manifest.id ?? config.id] },
  });
  return preferFound(context, manifest);
}

/** An OCI manifest as containers/image writes it: compact, in this order of fields, no annotations invented. */
export function ociManifest(config: Document, layers: readonly KnownLayer[]): Uint8Array<ArrayBuffer> {
  return goStringify(
    goObject([
      ['schemaVersion', 2],
      ['mediaType', MEDIA.ociManifest],
      ['config', descriptor({ mediaType: MEDIA.ociConfig, digest: config.digest, size: config.bytes.length })],
      ['layers', layers.map(descriptor)],
    ]),
  );
}

function descriptor({ mediaType, digest, size, urls }: KnownLayer) {
  return goObject([
    ['mediaType', mediaType],
    ['digest', digest],
    ['size', size],
    ['urls', urls],
  ]);
}

function deriveIndex(context: WriteContext, manifest: Document): Promise<Document> {
  const names = context.image.names.length > 0 ? context.image.names : [null];
  const entries = names.map((name) =>
    goObject([
      ['mediaType', MEDIA.ociManifest],
      ['digest', manifest.digest],
      ['size', manifest.bytes.length],
      ['annotations', name === null ? undefined : new Map([['org.opencontainers.image.ref.name', name]])],
    ]),
  );
  return derive('oci', {
    kind: 'layout-index',
    path: 'index.json',
    mediaType: MEDIA.ociIndex,
    bytes: goStringify(
      goObject([
        ['schemaVersion', 2],
        ['mediaType', MEDIA.ociIndex],
        ['manifests', entries],
      ]),
    ),
    recipe: { code: 'oci-index', from: [manifest.id] },
  });
}

function deriveMark(): Promise<Document> {
  return derive('oci', {
    kind: 'oci-layout',
    path: 'oci-layout',
    mediaType: null,
    bytes: goStringify(goObject([['imageLayoutVersion', '1.0.0']])),
    recipe: { code: 'oci-layout', from: [] },
  });
}

export async function describeOci(written: Written, context: WriteContext): Promise<Described> {
  const manifest = valueOf(written.manifest, Manifest);
  const diffIds = valueOf(written.config, Config)?.rootfs?.diff_ids ?? [];
  const statedBy = written.manifest?.id ?? null;
  const layers = await layerFacets(
    written,
    written.layers.map((_, i) => diffIds[i] ?? null),
    (i) => {
      const layer = manifest?.layers?.[i];
      return {
        statedBy,
        mediaType: layer?.mediaType ?? null,
        digest: layer?.digest ?? null,
        size: layer?.size ?? written.layers[i]?.span?.length ?? null,
      };
    },
  );
  const names = written.stated?.names ?? context.image.names;
  const facets: Facet[] = [
    written.pointer
      ? documentFacet(written.pointer, {
          part: 'pointer',
          role: 'pointer',
          mediaType: MEDIA.ociIndex,
          digest: pointedAt(written),
          values: names,
          note: names.length === 0 ? 'no-tags' : null,
        })
      : missingFacet(written, { part: 'pointer', role: 'pointer' }),
    written.manifest
      ? documentFacet(written.manifest, {
          part: 'manifest',
          role: 'manifest',
          mediaType: written.manifest.mediaType ?? manifest?.mediaType ?? MEDIA.ociManifest,
          statedBy: written.stated?.indexes.at(-1) ?? written.pointer?.id ?? null,
        })
      : missingFacet(written, { part: 'manifest', role: 'manifest' }),
    configFacet(written, manifest, { mediaType: MEDIA.ociConfig, statedBy }),
    ...layers,
    markFacet(written),
  ];
  return { facets, claims: aboutThisArchive(claims(written, context), context.image) };
}

function claims(written: Written, context: WriteContext): Claim[] {
  const { stated, manifest, config } = written;
  const all = chainClaims('oci', written, context);
  if (stated && manifest && manifest.id === stated.manifest)
    all.push(...manifestClaims('oci', manifest, config, stated));
  if (config?.origin === 'found') all.push(...diffIdClaims('oci', config, context.image.layers));
  return all;
}
