import type { Workspace } from '../../app/state';
import type { Measurement } from '../../core/model/facts';
import { spanKey } from '../../core/model/source';
import { layerOfToc, type LayerToc, type TocClaims } from '../../core/model/toc';

/** A layer's table of contents, with what its descriptor says of that. */
export interface TocFacts {
  /** Of the layer, from 1, base first. */
  readonly number: number;
  readonly toc: LayerToc;
  readonly claims: TocClaims | undefined;
  readonly measurement: Measurement;
}

/** Of the table of contents that the id names: of a layer of the image on screen, or else of another; null until it is measured. */
export function tocOf(
  { archive, imageKey, measuring }: Pick<Workspace, 'archive' | 'imageKey' | 'measuring'>,
  id: string,
): TocFacts | null {
  const path = layerOfToc(id);
  if (path === null) return null;
  const images = archive.images.toSorted((a, b) => Number(b.key === imageKey) - Number(a.key === imageKey));
  for (const { layers } of images) {
    for (const [index, layer] of layers.entries()) {
      const state = layer.path === path && layer.span ? measuring.spans.get(spanKey(layer.span)) : undefined;
      if (state?.kind !== 'measured' || !state.measurement.toc) continue;
      const { measurement } = state;
      return { number: index + 1, toc: state.measurement.toc, claims: layer.traits?.toc, measurement };
    }
  }
  return null;
}
