import type { BuiltOn, LayerRow, LayerState } from '../model/imageDiff';

const SAME: readonly LayerState[] = ['same', 'recompressed'];

/** Which image the other one begins with as a whole, by what is measured: then it was built on it. Null for images with the same layers. */
export function builtOn(rows: readonly LayerRow[]): BuiltOn | null {
  const common = rows.findIndex(({ state }) => !SAME.includes(state));
  if (common < 1) return null;
  const rest = rows.slice(common).map(({ state }) => state);
  if (rest.every((state) => state === 'only-b')) return { base: 'a', layers: common };
  if (rest.every((state) => state === 'only-a')) return { base: 'b', layers: common };
  return null;
}
