import { sha256 } from '../bytes/hash';
import type { Document, FormatId, StatedImage, StatedLayer } from '../model/archive';
import { MEDIA } from '../model/mediaType';
import { layerPart, type Claim, type ColumnId } from '../model/representation';
import type { Span } from '../model/source';
import { descriptorClaims } from './claims';
import { configPlatform } from './config';
import { compatibilityPath, readSchema1 } from './schema1';
import { makesLayer, type Schema1Step } from './schema1Step';

/** Whether a media type is that of a schema 1 manifest, signed or not. */
export function isSchema1Type(mediaType: string | null | undefined): boolean {
  return mediaType === MEDIA.dockerManifestV1 || mediaType === MEDIA.dockerManifestV1Signed;
}

/** What the layout around a schema 1 manifest knows. */
export interface Schema1Place {
  readonly format: FormatId;
  readonly names: readonly string[];
  readonly pointer: string | null;
  readonly indexes: readonly string[];
  readonly mark: string | null;
  /** Where the bytes of a digest are, or would be. */
  locate(digest: string): { readonly path: string; readonly span: Span | null };
}

/**
 * The image that a schema 1 manifest states. It has no config: how to run the image is in the newest step. Steps without a
 * layer are not layers; their blob, one empty tar for all, is in `emptyLayers`.
 */
export function schema1Image(manifest: Document, place: Schema1Place): StatedImage {
  const { name, tag, architecture, steps } = readSchema1(manifest);
  const { format, names, pointer, indexes, mark } = place;
  const layers = steps.filter(makesLayer);
  const empty = new Map(steps.filter(({ throwaway }) => throwaway).map((step) => [step.blobSum, step]));
  empty.delete(null);
  const own = name !== null && tag !== null ? [`${name}:${tag}`] : [];
  return {
    format,
    names: names.length > 0 ? names : own,
    pointer,
    indexes,
    manifest: manifest.id,
    config: null,
    layers: layers.map((step) => statedLayer(step, place)),
    emptyLayers: [...empty.values()].map((step) => statedLayer(step, place)),
    layerDocuments: layers.map(({ index }) => compatibilityPath(manifest.id, index)),
    mark,
    platform: configPlatform({ os: 'linux', architecture, ...present(steps.at(-1)) }),
  };
}

/** Schema 1 says of the platform no more than the architecture; Docker wrote the rest into the newest step. */
function present(top: Schema1Step | undefined): { os?: string; architecture?: string } {
  const { os, architecture } = top?.v1 ?? {};
  return { ...(os ? { os } : {}), ...(architecture ? { architecture } : {}) };
}

function statedLayer({ blobSum, v1 }: Schema1Step, place: Schema1Place): StatedLayer {
  const digest = blobSum ?? '';
  return { ...place.locate(digest), mediaType: null, digest, size: null, diffId: null, v1Id: v1?.id ?? null };
}

/** The `v1Compatibility` strings of a schema 1 manifest, found or derived as that is, each as a document of its own, base first. */
export function compatibilityDocuments(manifest: Document): Promise<Document[]> {
  return Promise.all(
    readSchema1(manifest).steps.flatMap(({ index, compatibility: bytes }) =>
      bytes === null
        ? []
        : [
            sha256(bytes).then((digest): Document => {
              const id = compatibilityPath(manifest.id, index);
              const { origin, recipe } = manifest;
              const fields = { kind: 'v1-json', origin, mediaType: null, span: null, recipe } as const;
              return { ...fields, id, path: id, bytes, digest, within: manifest.id };
            }),
          ],
    ),
  );
}

/** What a schema 1 manifest claims of blobs: those of layers of the layer, the empty one's of the manifest's own cell. */
export function schema1Claims(column: ColumnId, manifest: Document, stated: StatedImage): Claim[] {
  let layers = 0;
  return readSchema1(manifest).steps.flatMap((step) => {
    const { index, blobSum } = step;
    if (blobSum === null) return [];
    const at = makesLayer(step) ? layers++ : null;
    const target = at === null ? stated.emptyLayers?.find((each) => each.digest === blobSum) : stated.layers[at];
    const part = at === null ? 'pointer' : layerPart(at);
    const { span = null, path = blobSum } = target ?? {};
    return descriptorClaims(column, part, manifest, `/fsLayers/${index}`, { digest: blobSum }, { span, path }).map(
      (claim) => ({ ...claim, pointer: `/fsLayers/${index}/blobSum` }),
    );
  });
}
