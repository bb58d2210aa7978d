import type { Document, FormatId, StatedImage } from '../model/archive';
import type { Digest } from '../model/digest';
import { isElsewhere } from '../model/layerTraits';
import { layerType, MEDIA, mediaTypeInfo, type MediaTypeFamily } from '../model/mediaType';
import type { CannotCode } from '../model/representation';
import { valueOf } from './documents';
import type { LayerFacts, WriteContext } from './format';
import { Manifest } from './shapes';
import { configFromSchema1, configFromV1 } from './v1Config';

/** How one format of the archive states the image, if it does. */
export function statedAs(context: WriteContext, format: FormatId): StatedImage | null {
  return context.image.stated.find((each) => each.format === format) ?? null;
}

export function documentOf(context: WriteContext, id: string | null | undefined): Document | null {
  return (id != null && context.documents.get(id)) || null;
}

/** A document of ours that the archive happens to have, byte for byte, is found, not derived. */
export function preferFound(context: WriteContext, derived: Document): Document {
  return context.byDigest.get(derived.digest) ?? derived;
}

/** A manifest that is in the archive, and who states the image with it. */
export interface StatedManifest {
  readonly manifest: Document;
  readonly stated: StatedImage;
}

/** The manifests that the archive has for the image: a Docker schema 1 one, a schema 2 one, and one of any other type. */
export function statedManifests(context: WriteContext): {
  schema1: StatedManifest | null;
  schema2: StatedManifest | null;
  oci: StatedManifest | null;
} {
  const all = context.image.stated.flatMap((stated): StatedManifest[] => {
    const manifest = documentOf(context, stated.manifest);
    return manifest ? [{ manifest, stated }] : [];
  });
  const isSchema1 = ({ manifest }: StatedManifest): boolean => manifest.kind === 'schema1-manifest';
  const isSchema2 = ({ manifest }: StatedManifest): boolean => manifest.mediaType === MEDIA.dockerManifest;
  return {
    schema1: all.find(isSchema1) ?? null,
    schema2: all.find(isSchema2) ?? null,
    oci: all.find((each) => !isSchema1(each) && !isSchema2(each)) ?? null,
  };
}

/** The image's config as the archive has it, or worked out from a schema 1 manifest or the v1 layers; or why there is none. */
export async function imageConfig(context: WriteContext): Promise<Document | CannotCode> {
  const found = documentOf(context, context.image.config);
  if (found) return found;
  const { schema1 } = statedManifests(context);
  const v1 = statedAs(context, 'docker-v1');
  if (!schema1 && !v1) return 'no-config';
  const diffIds = allDiffIds(context.layers);
  if (!diffIds) return whyUnknown(context.layers);
  if (schema1) return configFromSchema1(schema1.manifest, diffIds);
  const layers = (v1?.layerDocuments ?? []).flatMap((id) => documentOf(context, id) ?? []);
  return configFromV1(layers, diffIds);
}

/** DiffIDs of all layers; null while one is not known. */
export function allDiffIds(layers: readonly LayerFacts[]): Digest[] | null {
  const known = layers.flatMap((layer) => layer.diffId ?? []);
  return known.length === layers.length ? known : null;
}

/** Why a digest of a layer is not known. */
export function whyUnknown(layers: readonly LayerFacts[]): CannotCode {
  if (layers.some((layer) => layer.encrypted)) return 'layers-encrypted';
  if (layers.some((layer) => layer.span === null)) return 'layers-missing';
  return layers.some((layer) => layer.measured && layer.diffId === null) ? 'layers-unreadable' : 'not-measured';
}

export interface KnownLayer {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  /** Where else its bytes are said to be. */
  readonly urls?: readonly string[];
}

/**
 * The layers as descriptors of one family, named by the bytes as they are stored; null while a digest is not known. Of what a
 * found manifest says of them beside that, a conversion keeps the addresses and that a layer may not be given away.
 */
export function layerDescriptors(context: WriteContext, family: MediaTypeFamily): KnownLayer[] | null {
  const { schema2, oci } = statedManifests(context);
  const stated = valueOf((schema2 ?? oci)?.manifest ?? null, Manifest)?.layers;
  const known = context.layers.flatMap((layer, i): KnownLayer[] => {
    const { urls } = stated?.[i] ?? {};
    const info = mediaTypeInfo(stated?.[i]?.mediaType ?? '');
    const compression = layer.compression ?? info?.compression ?? 'gzip';
    const mediaType = layerType(family, compression, isElsewhere(context.image.layers[i]?.traits));
    return layer.digest !== null && layer.size !== null && mediaType !== undefined
      ? [{ mediaType, digest: layer.digest, size: layer.size, ...(urls && urls.length > 0 && { urls }) }]
      : [];
  });
  return known.length === context.layers.length ? known : null;
}
