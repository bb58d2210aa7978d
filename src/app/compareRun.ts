import type { Image } from '../core/model/archive';
import type { DiffSide, FileColumns, ImageDiff, LayerContents, WantedLayer } from '../core/model/imageDiff';
import type { LayerFiles } from '../core/model/layerFiles';
import { narrowed, type SourceRef, type Span } from '../core/model/source';
import type { StoredFile } from '../core/model/textDiff';
import { EngineError } from '../core/errors';
import type { EnginePool } from '../worker/pool';
import { withoutReadings } from './imageFiles';
import type { ImageFiles, Workspace } from './state';

/** One of the two images, as it is measured so far. */
export interface Side {
  readonly workspace: Workspace;
  /** Null when its archive has none. */
  readonly imageKey: string | null;
  readonly files: (image: string, signal?: AbortSignal) => Promise<ImageFiles>;
}

/** An image that is compared, and where its bytes are. */
export interface ComparedSide {
  readonly side: DiffSide;
  readonly source: SourceRef;
  /** The file of a row of the diff; null where the image has none, `unreadable` when its layer's own bytes are not there. */
  readonly stored: (columns: FileColumns, row: number) => StoredFile | 'unreadable' | null;
}

export interface RunEvents {
  /** What is known by the lists alone; `total` bytes are to be read. */
  readonly onListed: (diff: ImageDiff, total: number) => void;
  readonly onProgress: (done: number, total: number) => void;
}

type Both<T> = { readonly a: T; readonly b: T };

/** Compares two images that are measured: by what they list, then by the bytes that have to be read for it. Rejects with an `EngineError`. */
export async function compareRun(
  engine: EnginePool,
  { a, b }: Both<Side>,
  signal: AbortSignal,
  { onListed, onProgress }: RunEvents,
): Promise<{ readonly diff: ImageDiff; readonly sides: Both<ComparedSide> }> {
  const sides = { a: await sideOf(engine, a, signal), b: await sideOf(engine, b, signal) };
  const listed = await engine.call('diffImages', [sides.a.side, sides.b.side, null], { signal });
  const total = bytesOf(sides.a, listed.wanted.a) + bytesOf(sides.b, listed.wanted.b);
  if (total === 0) return { diff: listed, sides };
  onListed(listed, total);
  const done = { a: 0, b: 0 };
  const read = (name: 'a' | 'b'): Promise<readonly LayerContents[]> =>
    readSide(engine, sides[name], listed.wanted[name], signal, (bytes) => {
      done[name] = bytes;
      onProgress(done.a + done.b, total);
    });
  const [ofA, ofB] = await Promise.all([read('a'), read('b')]);
  return { diff: await engine.call('diffImages', [sides.a.side, sides.b.side, { a: ofA, b: ofB }], { signal }), sides };
}

async function sideOf(
  engine: EnginePool,
  { workspace, imageKey, files }: Side,
  signal: AbortSignal,
): Promise<ComparedSide> {
  const { archive, measurements } = workspace;
  const image = archive.images.find(({ key }) => key === imageKey);
  if (!image) throw new EngineError('internal', 'no image to compare');
  const { documents, source } = archive;
  const listed = await files(image.key, signal);
  const forms = await engine.call('represent', [{ documents }, image, measurements], { signal });
  const layers = listed.layers.map((each) => each && withoutReadings(each));
  const derived = forms.flatMap((form) => form.derived);
  const side = { documents: [...documents, ...derived], image, measurements, files: layers, tree: listed.tree };
  return { side, source, stored: (columns, row) => storedFile(source, image, layers, columns, row) };
}

function storedFile(
  source: SourceRef,
  { layers }: Image,
  files: readonly (LayerFiles | null)[],
  columns: FileColumns,
  row: number,
): StoredFile | 'unreadable' | null {
  const layer = columns.layer[row] ?? -1;
  const entry = columns.row[row] ?? -1;
  if (entry < 0) return null;
  const entries = files[layer]?.entries;
  const span = layers[layer]?.span;
  if (!entries || !span) return 'unreadable';
  const spans: readonly Span[] = [span];
  return { source: narrowed(source, spans), span, data: entries.data[entry] ?? 0, size: entries.size[entry] ?? 0 };
}

function wantedFiles({ side }: ComparedSide, wanted: readonly WantedLayer[]) {
  return wanted.flatMap((each) => {
    const files = side.files[each.layer];
    return files ? [{ files, wanted: each }] : [];
  });
}

function bytesOf(side: ComparedSide, wanted: readonly WantedLayer[]): number {
  return wantedFiles(side, wanted).reduce((sum, { files }) => sum + files.span.length, 0);
}

async function readSide(
  engine: EnginePool,
  side: ComparedSide,
  wanted: readonly WantedLayer[],
  signal: AbortSignal,
  onBytes: (done: number) => void,
): Promise<readonly LayerContents[]> {
  const requests = wantedFiles(side, wanted);
  if (requests.length === 0) return [];
  const source = narrowed(
    side.source,
    requests.map(({ files }) => files.span),
  );
  return engine.call('readContents', [source, requests], { signal, onProgress: ({ done }) => onBytes(done) });
}
