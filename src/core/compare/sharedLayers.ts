import type { Image } from '../model/archive';
import { spanKey } from '../model/source';

/** How many layers of each image, by its key, are also in another image of the same archive: the same bytes, or the same DiffID or digest stated. */
export function sharedLayers(images: readonly Image[]): ReadonlyMap<string, number> {
  const names = images.map((image) => image.layers.map((_, index) => namesOf(image, index)));
  const owners = new Map<string, Set<number>>();
  names
    .flatMap((layers, owner) => layers.flat().map((name) => [name, owner] as const))
    .forEach(([name, owner]) => {
      const known = owners.get(name) ?? new Set();
      owners.set(name, known.add(owner));
    });
  const isShared = (layer: readonly string[]): boolean => layer.some((name) => (owners.get(name)?.size ?? 0) > 1);
  return new Map(images.map(({ key }, i) => [key, (names[i] ?? []).filter(isShared).length]));
}

/** Everything that names the bytes of one layer. */
function namesOf(image: Image, index: number): string[] {
  const span = image.layers[index]?.span;
  const stated = image.stated.flatMap(({ layers }) => {
    const { diffId = null, digest = null } = layers[index] ?? {};
    return [diffId, digest].filter((each) => each !== null);
  });
  return [...(span ? [spanKey(span)] : []), ...stated];
}
