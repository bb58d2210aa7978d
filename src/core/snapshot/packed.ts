import { fromBase64, toBase64Url } from '../bytes/base64';
import { joined } from '../bytes/joined';
import { EngineError } from '../errors';
import { LIMITS } from '../limits';
import { unreadable } from './schema';

/** A text as links carry it: deflated, as base64url. */
export async function packText(text: string): Promise<string> {
  return new TextDecoder().decode(toBase64Url(await deflated(new Blob([text]))));
}

/** The text again. Throws `snapshot-unreadable`, also for more than {@link LIMITS.snapshotBytes}. */
export async function unpackText(payload: string): Promise<string> {
  const bytes = fromBase64(payload, 'url');
  if (!bytes || bytes.length === 0) throw unreadable('base64url');
  return new TextDecoder().decode(await inflated(bytes, LIMITS.snapshotBytes));
}

/** Bytes, deflated (RFC 1951). */
export function deflated(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return read(blob.stream().pipeThrough(new CompressionStream('deflate-raw')), Infinity);
}

/** Deflated bytes as they were. Throws `snapshot-unreadable`, also for more than `limit` of them. */
export async function inflated(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  try {
    return await read(stream, limit);
  } catch (cause) {
    throw cause instanceof EngineError ? cause : unreadable('deflate', cause);
  }
}

async function read(stream: ReadableStream<Uint8Array<ArrayBuffer>>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > limit) {
      await reader.cancel();
      throw unreadable('too-large');
    }
    parts.push(next.value);
  }
  return joined(parts);
}
