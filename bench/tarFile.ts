import { createHash, type Hash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { END_OF_ARCHIVE, paddingFor, tarHeader, type TarFields } from '../src/core/tar/write';

const CHUNK = 1024 * 1024;

/** Writes a tar to disk member by member, so that it may be larger than memory. Hashes what it writes when asked. */
export class TarFile {
  private readonly fd: number;
  private readonly hash: Hash | null;
  private position = 0;

  constructor(path: string, options: { hash: boolean }) {
    this.fd = openSync(path, 'w');
    this.hash = options.hash ? createHash('sha256') : null;
  }

  /** Bytes written so far. */
  get size(): number {
    return this.position;
  }

  add(fields: TarFields, body: Uint8Array = new Uint8Array()): void {
    this.put(tarHeader({ ...fields, size: body.length }));
    this.put(body);
    this.put(paddingFor(body.length));
  }

  /** A member that is a file on disk, `size` bytes of it. */
  addFile(fields: TarFields, path: string, size: number): void {
    this.put(tarHeader({ ...fields, size }));
    const from = openSync(path, 'r');
    const chunk = new Uint8Array(CHUNK);
    for (let left = size; left > 0;) {
      const read = readSync(from, chunk, 0, Math.min(chunk.length, left), null);
      if (read === 0) throw new Error(`${path} is shorter than it was`);
      this.put(chunk.subarray(0, read));
      left -= read;
    }
    closeSync(from);
    this.put(paddingFor(size));
  }

  /** A member of zeros that take no room on disk; only without hashing. */
  addHole(fields: TarFields, size: number): void {
    if (this.hash) throw new Error('a hole is not hashed');
    this.put(tarHeader({ ...fields, size }));
    this.position += size + paddingFor(size).length;
  }

  /** Ends the archive; the digest of it all, when it was hashed. */
  end(): string {
    this.put(END_OF_ARCHIVE);
    ftruncateSync(this.fd, this.position);
    closeSync(this.fd);
    return this.hash ? this.hash.digest('hex') : '';
  }

  private put(bytes: Uint8Array): void {
    this.hash?.update(bytes);
    for (let at = 0; at < bytes.length;) at += writeSync(this.fd, bytes, at, bytes.length - at, this.position + at);
    this.position += bytes.length;
  }
}
