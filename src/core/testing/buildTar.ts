import { END_OF_ARCHIVE, paddingFor, tarHeader, type TarFields } from '../tar/write';

/** One member to write: its header's fields and its body. */
export interface TarEntry extends Omit<TarFields, 'size'> {
  readonly body?: Uint8Array | string;
  /** Bytes put into the archive as they are, instead of a header and a body made from the other fields. */
  readonly raw?: Uint8Array;
}

export interface TarOptions {
  /** Whether the two zero blocks are written. Default true. */
  readonly end?: boolean;
}

/** A tar of these members in this order: the same bytes every time. Names are written as given; a directory's slash is the caller's. */
export function buildTar(entries: readonly TarEntry[], options: TarOptions = {}): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = entries.flatMap(({ body = '', raw, ...fields }) => {
    if (raw) return [raw];
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    return [tarHeader({ ...fields, size: bytes.length }), bytes, paddingFor(bytes.length)];
  });
  if (options.end ?? true) parts.push(END_OF_ARCHIVE);
  const tar = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    tar.set(part, at);
    at += part.length;
  }
  return tar;
}
