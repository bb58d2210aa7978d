import { stackLayers } from '../layers/stack';
import type { DiffLayer, DiffSide } from '../model/imageDiff';

/** An image whose own layers cannot be read, such as encrypted ones, with the lists of those of the other image that have the same DiffID. */
export function borrowed(
  side: DiffSide,
  layers: readonly DiffLayer[],
  other: DiffSide,
  others: readonly DiffLayer[],
): DiffSide {
  const byDiffId = new Map(others.flatMap(({ diffId }, at) => (diffId ? [[diffId, other.files[at] ?? null]] : [])));
  const files = side.files.map((own, at) => own ?? byDiffId.get(layers[at]?.diffId ?? '') ?? null);
  return files.every((each, at) => each === side.files[at]) ? side : { ...side, files, tree: stackLayers(files) };
}
