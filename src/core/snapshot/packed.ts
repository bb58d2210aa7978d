import { fromBase64, toBase64Url } from '../bytes/base64';
import { joined } from '../bytes/joined';
import { EngineError } from '../errors';
import { LIMITS } from '../limits';
import { unreadable } from './schema';

/** A text as links carry it: deflated (RFC 1951), as base64url. */
export async function packText(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new TextDecoder().decode(toBase64Url(await read(stream)));
}

/** The text again. Throws `snapshot-unreadable`, also for more than {@link LIMITS.snapshotBytes}. */
export async function unpackText(payload: string): Promise<string> {
  const bytes = fromBase64(payload, 'url');
  if (!bytes || bytes.length === 0) throw unreadable('base64url');
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  let unpacked: Uint8Array;
  try {
    unpacked = await read(stream);
  } catch (cause) {
    throw cause instanceof EngineError ? cause : unreadable('deflate', cause);
  }
  return new TextDecoder().decode(unpacked);
}

async function read(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > LIMITS.snapshotBytes) {
      await reader.cancel();
      throw unreadable('too-large');
    }
    parts.push(next.value);
  }
  return joined(parts);
}
