import { EngineError } from '../core/errors';
import type { Archive, Image } from '../core/model/archive';
import type { Measurement } from '../core/model/facts';
import type { Checkpoint, FileRef } from '../core/model/fileBytes';
import type { SaveRequest } from '../core/model/saving';
import { narrowed, spanKey, type Span } from '../core/model/source';
import { withoutReadings } from './imageFiles';
import type { Saveable } from './state';

interface Opened {
  readonly archive: Archive;
  /** On screen. */
  readonly image: Image | null;
  readonly measurements: readonly Measurement[];
  /** From where a layer can be unpacked to read a file. */
  readonly checkpoint: (file: FileRef, from: number) => Checkpoint | null;
}

/** What is sent to a worker to save something: of the archive no more than that takes. */
export function saveRequest(what: Saveable, { archive, image, measurements, checkpoint }: Opened): SaveRequest {
  switch (what.kind) {
    case 'image': {
      if (!image) throw new EngineError('internal', 'no image is shown');
      const { documents } = archive;
      const source = narrowed(archive.source, layerSpans(image));
      return { kind: 'image', archive: { documents }, source, image, measurements, target: what.target };
    }
    case 'content': {
      const { content, path } = what;
      const spans = content.kind === 'bytes' ? [] : [content.span];
      const keys = new Set(spans.map(spanKey));
      const measured = measurements.filter(({ span }) => keys.has(spanKey(span)));
      return { kind: 'content', source: narrowed(archive.source, spans), content, path, measurements: measured };
    }
    case 'file': {
      const { file } = what;
      return { kind: 'file', source: narrowed(archive.source, [file.span]), file, checkpoint: checkpoint(file, 0) };
    }
    case 'folder': {
      const { files, query, node } = what;
      const source = narrowed(
        archive.source,
        files.layers.flatMap((each) => each?.span ?? []),
      );
      const layers = files.layers.map((each) => each && withoutReadings(each));
      return { kind: 'folder', source, folder: { layers, tree: files.tree, query, node } };
    }
    case 'column': {
      const { column, documents } = what;
      return { kind: 'column', column: { file: archive.name, image: image?.key ?? null, column, documents } };
    }
  }
}

function layerSpans({ layers, stated }: Image): Span[] {
  const all = [...layers, ...stated.flatMap((each) => [...each.layers, ...(each.emptyLayers ?? [])])];
  return all.flatMap(({ span }) => span ?? []);
}
