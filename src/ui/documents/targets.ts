import type { Archive } from '../../core/model/archive';
import { algorithmOfName, encodedPart } from '../../core/model/digest';
import { layerPart } from '../../core/model/representation';
import type { Part, Representation } from '../../core/model/representation';
import type { V1IdTold } from '../common/v1IdText';

/** By which of its names a layer was named. */
export type LayerName = 'digest' | 'diff-id' | 'chain-id' | 'v1-id' | 'path';

/** What a digest, identifier or path names. */
export type Target =
  | { readonly kind: 'document'; readonly id: string }
  | {
      readonly kind: 'layer';
      readonly imageKey: string;
      readonly part: Part;
      readonly number: number;
      readonly by: LayerName;
      /** How its v1 ID came about, where that is how it was named. */
      readonly v1Id?: V1IdTold;
    }
  | { readonly kind: 'bytes'; readonly path: string };

/**
 * Everything in the archive that has a name, by each of its names: digests with and without their algorithm,
 * v1 IDs, member names. Where images share a layer, the image on screen comes first.
 */
export function nameTargets(
  archive: Archive,
  imageKey: string | null,
  representations: readonly Representation[],
): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  const add = (name: string | null, target: Target): void => {
    if (name === null || name === '') return;
    if (!targets.has(name)) targets.set(name, target);
    const bare = encodedPart(name);
    if (bare.length >= 64 && !targets.has(bare)) targets.set(bare, target);
  };
  const shown = archive.images.find((image) => image.key === imageKey);

  const derived = representations.flatMap((representation) => representation.derived);
  for (const document of [...archive.documents, ...derived]) {
    const target: Target = { kind: 'document', id: document.id };
    add(document.digest, target);
    add(document.path, target);
  }
  if (shown) {
    const facets = representations.flatMap((representation) => representation.facets);
    for (const facet of facets) {
      const number = Number(/^layer:(\d+)$/.exec(facet.part)?.[1]);
      if (Number.isNaN(number)) continue;
      const layer = (by: LayerName) => ({ kind: 'layer' as const, imageKey: shown.key, part: facet.part, number, by });
      add(facet.digest, layer('digest'));
      add(facet.diffId, layer('diff-id'));
      add(facet.v1Id, { ...layer('v1-id'), v1Id: facet });
      add(facet.chainId, layer('chain-id'));
      add(facet.path, layer('path'));
    }
  }
  const images = shown ? [shown, ...archive.images.filter((image) => image !== shown)] : archive.images;
  for (const image of images) {
    for (const stated of image.stated) {
      stated.layers.forEach((layer, index) => {
        const to = (by: LayerName): Target => ({
          kind: 'layer',
          imageKey: image.key,
          part: layerPart(index),
          number: index + 1,
          by,
        });
        add(layer.digest, to('digest'));
        add(layer.diffId, to('diff-id'));
        add(layer.v1Id, to('v1-id'));
        add(layer.path, to('path'));
      });
    }
  }
  for (const orphan of archive.orphans) {
    const algorithm = algorithmOfName(orphan.path);
    if (algorithm === null) continue;
    const target: Target = { kind: 'bytes', path: orphan.path };
    add(orphan.path, target);
    const encoded = /([0-9a-f]{64,})(?:\.manifest\.json)?$/.exec(orphan.path)?.[1];
    if (encoded !== undefined) add(`${algorithm}:${encoded}`, target);
  }
  return targets;
}
