import { measureRequests, measureSpans, openArchive, represent } from '../engine';
import { diffImages } from '../diff/diffImages';
import { readContents } from '../diff/contents';
import { stackLayers } from '../layers/stack';
import type { DiffSide, ImageDiff, LayerContents, WantedLayer } from '../model/imageDiff';
import { filesByLayer, type LayerFiles } from '../model/layerFiles';
import { spanKey, type SourceRef } from '../model/source';

/** One of two images, and where its bytes are. */
export interface OpenSide {
  readonly side: DiffSide;
  readonly source: SourceRef;
}

/** An image of an archive, opened and measured. */
export async function openSide(blob: Blob, name = 'image.tar', at = 0): Promise<OpenSide> {
  const archive = await openArchive({ blob }, name);
  const listed = new Map<string, LayerFiles>();
  const measurements = await measureSpans(archive.source, measureRequests(archive), {
    onFiles: (files) => void listed.set(spanKey(files.span), files),
  });
  const image = archive.images[at];
  if (!image) throw new Error(`${name} has no image ${at}`);
  const derived = (await represent(archive, image, measurements)).flatMap((each) => each.derived);
  const files = filesByLayer(image.layers, listed);
  const documents = [...archive.documents, ...derived];
  return { side: { documents, image, measurements, files, tree: stackLayers(files) }, source: archive.source };
}

/** Two images compared whole, everything read that is needed. */
export async function compareSides(a: OpenSide, b: OpenSide): Promise<ImageDiff> {
  const { wanted } = diffImages(a.side, b.side, null);
  const read = ({ side, source }: OpenSide, layers: readonly WantedLayer[]): Promise<LayerContents[]> =>
    readContents(
      source,
      layers.flatMap((each) => {
        const files = side.files[each.layer];
        return files ? [{ files, wanted: each }] : [];
      }),
    );
  return diffImages(a.side, b.side, { a: await read(a, wanted.a), b: await read(b, wanted.b) });
}

/** Each cause as `code count`. */
export function told({ verdict, causes }: ImageDiff): string[] {
  return [verdict, ...causes.map(({ code, count }) => `${code} ${count}`)];
}
