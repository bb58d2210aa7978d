import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';

/** Largest single read that {@link fileBlob} hands out at once. */
const CHUNK = 1024 * 1024;

/**
 * A file as a Blob, read by random access. Node's own `openAsBlob` takes sizes modulo 4 GiB (seen in 20.20), and images are larger.
 */
export function fileBlob(path: string): Blob {
  return rangeOf(path, 0, statSync(path).size) as Blob;
}

function rangeOf(path: string, start: number, end: number): Pick<Blob, 'size' | 'slice' | 'arrayBuffer' | 'stream'> {
  const size = Math.max(0, end - start);
  return {
    size,
    slice: (from = 0, to = size) => rangeOf(path, start + Math.min(from, size), start + Math.min(to, size)) as Blob,
    arrayBuffer: () => Promise.resolve(readRange(path, start, size)),
    stream: () =>
      (size === 0
        ? new Blob([]).stream()
        : Readable.toWeb(createReadStream(path, { start, end: end - 1, highWaterMark: CHUNK }))) as ReturnType<
        Blob['stream']
      >,
  };
}

function readRange(path: string, position: number, length: number): ArrayBuffer {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const read = readSync(file, bytes, done, length - done, position + done);
      if (read === 0) throw new Error(`${path} became shorter while it was read`);
      done += read;
    }
    return bytes.buffer;
  } finally {
    closeSync(file);
  }
}
