import { CorruptData } from '../bytes/decoder';
import { joined } from '../bytes/joined';
import type { PassOptions } from '../bytes/pass';
import { openSource, type ByteSource } from '../bytes/source';
import { EngineError } from '../errors';
import { compressionOf, unpackedRange } from '../layers/extract';
import { fileView } from '../layers/view';
import { FILE_CHANGES, pathOfNode } from '../model/fileTree';
import { MEMBER_TYPES, memberAt, type Member } from '../model/members';
import type { SavedFolder } from '../model/saving';
import type { SourceRef, Span } from '../model/source';
import { padded } from '../tar/layout';
import { normalPath } from '../tar/names';
import { END_OF_ARCHIVE, paddingFor, tarHeader } from '../tar/write';
import { tooShort } from './file';
import type { Pack, PackPart } from './pack';

/** A file whose bytes are still in a layer. */
interface Stored {
  readonly path: string;
  readonly header: Uint8Array<ArrayBuffer>;
  readonly data: number;
  readonly size: number;
}

/** Enough that a write to a file is worth its message. */
const PIECE_SIZE = 1024 * 1024;

/**
 * A folder of an image as a tar: its own name, and what is in it in the view of the query, with owner, mode and time as the layers say. Folders come first,
 * then the files in the order of the layers, so that each layer is read once; hard links, and symbolic links last, so that nothing is unpacked through one.
 * Devices, sockets and sparse files are left out, and extended attributes. The same folder gives the same bytes.
 */
export function packFolder(ref: SourceRef, folder: SavedFolder): Pack {
  const { folders, stored, links } = planFolder(folder);
  const parts: PackPart[] = [joined(folders)];
  for (const [layer, files] of [...stored].sort(([a], [b]) => a - b)) {
    const span = folder.layers[layer]?.span;
    if (!span) continue;
    const size = files.reduce((sum, each) => sum + each.header.length + padded(each.size), 0);
    const ordered = files.sort((a, b) => a.data - b.data);
    parts.push({ size, open: (options) => gathered(filesOf(openSource(ref), span, ordered, options)) });
  }
  parts.push(joined([...links, END_OF_ARCHIVE]));
  return { size: parts.reduce((sum, part) => sum + (part instanceof Uint8Array ? part.length : part.size), 0), parts };
}

interface FolderPlan {
  readonly folders: Uint8Array[];
  /** By layer. */
  readonly stored: ReadonlyMap<number, Stored[]>;
  readonly links: Uint8Array[];
}

function planFolder({ tree, layers, query, node: root }: SavedFolder): FolderPlan {
  const { nodes, events } = tree;
  const { shown } = fileView(tree, query);
  const folders: Uint8Array[] = [];
  const stored = new Map<number, Stored[]>();
  const hard: Uint8Array[] = [];
  const symbolic: Uint8Array[] = [];
  /** Path in the tar that has the bytes an event stored. */
  const written = new Map<number, string>();
  const later: (() => void)[] = [];
  const outside = pathOfNode(nodes, nodes.parent[root] ?? 0);
  const isIn = new Uint8Array(nodes.count);
  isIn[root] = 1;

  const store = (source: number, path: string, said: Member): void => {
    const layer = events.layer[source] ?? 0;
    const entries = layers[layer]?.entries;
    if (!entries) return;
    const { data, size } = memberAt(entries, events.row[source] ?? 0);
    const files = stored.get(layer) ?? [];
    files.push({ path, header: headerOf(path, said, { type: 'file', size }), data, size });
    stored.set(layer, files);
    written.set(source, path);
  };

  // A folder comes before what is in it.
  for (let node = root; node < nodes.count; node++) {
    if (node !== root && isIn[nodes.parent[node] ?? 0] === 0) continue;
    isIn[node] = 1;
    const event = shown[node] ?? -1;
    if (node === 0 || event < 0 || FILE_CHANGES[events.change[event] ?? 0] === 'removed') continue;
    const full = pathOfNode(nodes, node);
    const path = outside === '' || root === 0 ? full : full.slice(outside.length + 1);
    const row = events.row[event] ?? -1;
    const entries = layers[events.layer[event] ?? 0]?.entries;
    const said = entries && row >= 0 ? memberAt(entries, row) : null;
    const type = MEMBER_TYPES[events.type[event] ?? 0];
    if (type === 'directory') folders.push(headerOf(`${path}/`, said, { type }));
    else if (!said) continue;
    else if (type === 'file') store(event, path, said);
    else if (type === 'symlink') symbolic.push(headerOf(path, said, { type, link: said.link }));
    else if (type === 'hardlink') {
      const source = events.target[event] ?? -1;
      if (source < 0) continue;
      later.push(() => {
        const first = written.get(source);
        if (first === undefined) store(source, path, said);
        else hard.push(headerOf(path, said, { type, link: first }));
      });
    }
  }
  for (const add of later) add();
  return { folders, stored, links: [...hard, ...symbolic] };
}

function headerOf(
  name: string,
  said: Member | null,
  fields: {
    readonly type: 'file' | 'directory' | 'symlink' | 'hardlink';
    readonly size?: number;
    readonly link?: string;
  },
): Uint8Array<ArrayBuffer> {
  // The tree has no name that leads out; no tar of ours may.
  if (normalPath(name) === null) throw new EngineError('cannot-export', 'an unsafe name', { path: name });
  const { mode, mtime, uid, gid } = said ?? { mode: 0o755, mtime: 0, uid: 0, gid: 0 };
  return tarHeader({ name, mode, mtime, uid, gid, ...fields });
}

/** Headers and bodies of files of one layer, which is read once; each piece is valid until the next. */
async function* filesOf(
  source: ByteSource,
  span: Span,
  files: readonly Stored[],
  options: PassOptions,
): AsyncGenerator<Uint8Array, void> {
  const [first, last] = [files[0], files.at(-1)];
  if (!first || !last) return;
  // Of a layer that is not compressed, what lies between is not read.
  const isPlain = (await compressionOf(source, span)) === 'none';
  const runs = isPlain ? files.map((each) => [each]) : [files];
  for (const run of runs) yield* runOf(source, span, run, options);
}

async function* runOf(
  source: ByteSource,
  span: Span,
  run: readonly Stored[],
  options: PassOptions,
): AsyncGenerator<Uint8Array, void> {
  const range = { from: run[0]?.data ?? 0, to: Math.max(...run.slice(-1).map(({ data, size }) => data + size)) };
  let position = range.from;
  let at = 0;
  let done = 0;
  const current = (): Stored | undefined => run[at];
  const begin = current();
  if (begin) yield begin.header;
  // An empty file has no bytes to wait for.
  function* finished(): Generator<Uint8Array, void> {
    for (let file = current(); file && done === file.size; file = current()) {
      yield paddingFor(file.size);
      at++;
      done = 0;
      const next = current();
      if (next) yield next.header;
    }
  }
  try {
    yield* finished();
    for await (const piece of range.to > range.from ? unpackedRange(source, span, range, options) : []) {
      for (let file = current(); file; file = current()) {
        const start = Math.max(0, file.data + done - position);
        if (start >= piece.length) break;
        const part = piece.subarray(start, start + file.size - done);
        done += part.length;
        yield part;
        if (done < file.size) break;
        yield* finished();
      }
      position += piece.length;
    }
  } catch (error) {
    const file = current();
    throw error instanceof CorruptData && file ? tooShort(file.path, file.size, done, error) : error;
  }
  const missing = current();
  if (missing) throw tooShort(missing.path, missing.size, done);
}

/** The same bytes in pieces that are the taker's to keep, small ones put together. */
async function* gathered(pieces: AsyncGenerator<Uint8Array, void>): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let room = new Uint8Array(PIECE_SIZE);
  let filled = 0;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + PIECE_SIZE - filled);
      room.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < PIECE_SIZE) continue;
      yield room;
      room = new Uint8Array(PIECE_SIZE);
      filled = 0;
    }
  }
  if (filled > 0) yield room.slice(0, filled);
}
