import { sniffCompression } from '../bytes/compression';
import { CorruptData } from '../bytes/decoder';
import { decodeText } from '../bytes/jsonText';
import type { PassOptions } from '../bytes/pass';
import { openSource } from '../bytes/source';
import { unpackedPieces } from '../bytes/unpacked';
import { LIMITS } from '../limits';
import type { StoredFile, TextDiff } from '../model/textDiff';
import { diffLines } from './lines';

/** Enough to know a compression by. */
const HEAD = 16;

/** Two files line by line; null is an empty one, for a path that only one image has. Throws EngineError: `cancelled`, `file-changed`. */
export async function diffFiles(
  a: StoredFile | null,
  b: StoredFile | null,
  options: PassOptions = {},
): Promise<TextDiff> {
  if (Math.max(a?.size ?? 0, b?.size ?? 0) > LIMITS.diffTextBytes) return { kind: 'large' };
  const [left, right] = [await bytesOf(a, options), await bytesOf(b, options)];
  if (!left || !right) return { kind: 'unreadable' };
  const [textA, textB] = [textOf(left), textOf(right)];
  if (textA === null || textB === null) return { kind: 'binary' };
  const runs = diffLines(textA, textB);
  return runs ? { kind: 'lines', runs } : { kind: 'different' };
}

/** Lines with what ends them, so that one without an end is another; null for what is no text. */
function textOf(bytes: Uint8Array): string[] | null {
  if (bytes.includes(0)) return null;
  const decoded = decodeText(bytes);
  return decoded.ok ? (decoded.text.match(/[^\n]*\n|[^\n]+$/g) ?? []) : null;
}

async function bytesOf(file: StoredFile | null, options: PassOptions): Promise<Uint8Array | null> {
  if (!file || file.size === 0) return new Uint8Array(0);
  const { span, data, size } = file;
  const source = openSource(file.source);
  const head = await source.read(span.offset, Math.min(HEAD, span.length));
  if (sniffCompression(head) === 'none') return source.read(span.offset + data, size);
  const bytes = new Uint8Array(size);
  let at = 0;
  try {
    for await (const piece of unpackedPieces(source, span, options)) {
      const part = piece.subarray(Math.max(0, data - at), Math.max(0, data + size - at));
      bytes.set(part, Math.max(0, at - data));
      at += piece.length;
      if (at >= data + size) return bytes;
    }
  } catch (error) {
    if (!(error instanceof CorruptData)) throw error;
  }
  return null;
}
