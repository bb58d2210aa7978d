import type { ByteSource } from '../bytes/source';
import { LIMITS } from '../limits';
import { openRecorded, openSnapshot, type Recorded } from './open';
import { readSnapshot } from './schema';

/** The name under which pages and pictures of ours carry a snapshot: an element's id, a chunk's keyword. */
const NAME = 'tabaqa-snapshot';
const IN_MARKUP = /<(?:script|metadata)\b[^<>]{0,200}\bid="tabaqa-snapshot"[^<>]{0,200}>([A-Za-z0-9_-]+)</g;
const PNG_HEAD = 8;

/**
 * The snapshot that a page, a picture or a JSON file carries, found in its text, of which nothing is run; null for a file without one.
 * Throws `snapshot-unreadable` when there is one that cannot be read.
 */
export async function carriedSnapshot(source: ByteSource, kind: string): Promise<Recorded | null> {
  if (source.size > LIMITS.snapshotCarrierBytes) return null;
  switch (kind) {
    case 'png':
      return open(pngText(await source.read(0, source.size)));
    case 'html':
    case 'xml':
    case 'text':
      return open([...(await textOf(source)).matchAll(IN_MARKUP)].at(-1)?.[1] ?? null);
    case 'json': {
      const head = new TextDecoder().decode(await source.read(0, Math.min(64, source.size)));
      return /^\s*\{\s*"tabaqa"\s*:/.test(head) ? openRecorded(readSnapshot(await textOf(source))) : null;
    }
    default:
      return null;
  }
}

async function textOf(source: ByteSource): Promise<string> {
  return new TextDecoder().decode(await source.read(0, source.size));
}

async function open(payload: string | null): Promise<Recorded | null> {
  return payload === null ? null : openSnapshot(payload);
}

/** The text of the `tEXt` chunk of our name (PNG 1.2 §4.2.3); null when there is none. */
function pngText(bytes: Uint8Array<ArrayBuffer>): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const latin1 = new TextDecoder('latin1');
  for (let at = PNG_HEAD; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = latin1.decode(bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'tEXt' && latin1.decode(data.subarray(0, NAME.length + 1)) === `${NAME}\0`) {
      return latin1.decode(data.subarray(NAME.length + 1));
    }
    at += 12 + length;
  }
  return null;
}
