import type { Diagnostic } from '../errors';
import { stackLayers } from '../layers/stack';
import { fileView } from '../layers/view';
import { LIMITS } from '../limits';
import type { Image } from '../model/archive';
import { filesByLayer, type LayerFiles } from '../model/layerFiles';
import { spanKey } from '../model/source';
import type { Report } from './reportSchema';

type Files = Report['images'][number]['files'];

/** What is said of the files of each image, where those of any of its layers are known. */
export function reportFiles(
  images: readonly Image[],
  known: readonly LayerFiles[],
): { readonly of: ReadonlyMap<Image, Files>; readonly diagnostics: readonly Diagnostic[] } {
  const bySpan = new Map(known.map((files) => [spanKey(files.span), files]));
  const of = new Map<Image, Files>();
  const diagnostics = new Map<string, Diagnostic>();
  const made = new Map<string, Files>();
  for (const image of images) {
    const layers = filesByLayer(image.layers, bySpan);
    const key = image.layers.map(({ span }) => (span ? spanKey(span) : '')).join(' ');
    if (!made.has(key)) {
      if (made.size === LIMITS.reportTrees || layers.every((each) => each === null)) continue;
      const tree = stackLayers(layers);
      const { size, files } = fileView(tree, { scope: 'final', layer: 0 });
      const unknownLayers = layers.filter((each) => each === null).length;
      made.set(key, { count: files[0] ?? 0, bytes: size[0] ?? 0, unknownLayers });
      // Images that share layers share what is odd about these.
      for (const each of tree.diagnostics) diagnostics.set(JSON.stringify(each), each);
    }
    of.set(image, made.get(key) ?? null);
  }
  return { of, diagnostics: [...diagnostics.values()] };
}
