import type { Image } from '../core/model/archive';
import { filesByLayer, NO_READINGS, type LayerFiles } from '../core/model/layerFiles';
import type { EnginePool } from '../worker/pool';
import type { ImageFiles } from './state';

/** The trees of an archive's images, each made once for the layers that are known. `known` grows. */
export function createImageFiles(
  engine: EnginePool,
  known: ReadonlyMap<string, LayerFiles>,
): { of(image: Image | null, signal?: AbortSignal): Promise<ImageFiles> } {
  const made = new Map<string, ImageFiles>();
  return {
    async of(image, signal) {
      const layers = filesByLayer(image?.layers ?? [], known);
      const key = image?.key ?? '';
      const before = made.get(key);
      if (before && before.layers.length === layers.length && before.layers.every((each, i) => each === layers[i]))
        return before;
      const listed = layers.map((each) => each && withoutReadings(each));
      const files = { layers, tree: await engine.call('stackLayers', [listed], { signal }) };
      made.set(key, files);
      return files;
    },
  };
}

/** Without what was read in files, for work that asks only for what is listed. */
export function withoutReadings(files: LayerFiles): LayerFiles {
  return { ...files, readings: NO_READINGS };
}
