import { stackLayers } from '../layers/stack';
import type { FileTree } from '../model/fileTree';
import type { LayerReadings } from '../model/layerFiles';
import { buildTar, type TarEntry } from './buildTar';
import { layerFilesOf } from './layerFiles';

/** The tree of an image of these layers, and what was read in each. */
export function imageReadings(...layers: (readonly TarEntry[])[]): { tree: FileTree; readings: LayerReadings[] } {
  const files = layers.map((entries) => layerFilesOf(buildTar(entries)));
  return { tree: stackLayers(files), readings: files.map((each) => each.readings) };
}
