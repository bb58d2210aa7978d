import type { FileTree } from '../model/fileTree';
import type { LayerFiles } from '../model/layerFiles';
import { Stacker } from './stacker';

/**
 * The layers of an image, the base first, put one on the other as the OCI image-spec says (layer.md, "Applying Changesets"). A layer is null
 * when its files are not known; the others are stacked without it.
 * What is in no folder of the image (`..`) is in no tree. Whiteouts hide what lower layers have, whatever their order in their own.
 * A path that leads through a symbolic link is where that leads, as where one is unpacked over the other (containerd, umoci).
 */
export function stackLayers(layers: readonly (LayerFiles | null)[]): FileTree {
  const stacker = new Stacker();
  layers.forEach((files, layer) => {
    if (files) stacker.apply(files, layer);
  });
  return stacker.finish(layers.length);
}
