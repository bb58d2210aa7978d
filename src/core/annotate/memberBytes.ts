import { sniffCompression } from '../bytes/compression';
import { openSource, type ByteSource } from '../bytes/source';
import { LIMITS } from '../limits';
import type { ByteRun, BytesMap } from '../model/byteRuns';
import type { SourceRef } from '../model/source';
import { isZero, numberAt, typeflagAt } from '../tar/header';
import { BLOCK, FIELD, padded } from '../tar/layout';
import { gzipRuns } from './gzipRuns';
import { jsonRuns } from './jsonRuns';
import { RunList, textOf } from './runs';
import { paxRuns, tarHeaderRuns } from './tarRuns';
import { zstdRuns } from './zstdRuns';

/** A member as the columns have it; `end` is where reading the tar stopped, for what follows the last one. */
export interface MemberPlace {
  /** First header that belongs to it; null for a file that is in no tar. */
  readonly firstHeader: number | null;
  readonly data: number;
  readonly size: number;
}

/**
 * Every byte of a member that means something by itself: its extension headers and header field by field, the beginning and the end of its body, what fills up
 * the last block, and zero blocks after it. Throws what the source throws.
 */
export async function memberBytes(ref: SourceRef, { firstHeader, data, size }: MemberPlace): Promise<BytesMap> {
  const source = openSource(ref);
  const runs: ByteRun[] = [];
  const pieces: { offset: number; bytes: Uint8Array<ArrayBuffer> }[] = [];
  const take = async (offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = await source.read(offset, Math.min(length, source.size - offset));
    if (bytes.length > 0) pieces.push({ offset, bytes });
    return bytes;
  };
  if (firstHeader !== null) await headers(firstHeader, data, take, runs);
  const whole = Math.min(size, source.size - data);
  const shown = Math.min(whole, LIMITS.bytesShown);
  if (shown > 0) runs.push(...bodyRuns(await take(data, shown), data, shown === whole));
  const omitted = Math.max(0, whole - shown - LIMITS.bytesTail);
  if (whole > shown) {
    const tail = Math.min(LIMITS.bytesTail, whole - shown);
    const bytes = await take(data + whole - tail, tail);
    const list = new RunList(data + whole - tail);
    list.add('data', 0, bytes.length);
    runs.push(...list.runs);
  }
  if (firstHeader !== null) await after(data + whole, source, take, runs);
  return { runs, pieces, omitted };
}

type Take = (offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;

async function headers(first: number, data: number, take: Take, runs: ByteRun[]): Promise<void> {
  let at = first;
  for (let count = 0; at < data && count < LIMITS.bytesHeaders; count++) {
    const block = await take(at, BLOCK);
    if (block.length < BLOCK) return;
    runs.push(...tarHeaderRuns(block, at));
    at += BLOCK;
    const flag = typeflagAt(block, 0);
    const size = numberAt(block, 0, FIELD.size, NaN);
    if (!/[xgLK]/.test(flag) || !(size > 0) || at + padded(size) > data) continue;
    const body = await take(at, padded(size));
    if (flag === 'x' || flag === 'g') runs.push(...paxRuns(body.slice(0, size), at));
    else {
      const list = new RunList(at);
      list.add('gnu-long', 0, size, textOf(body, 0, size).replace(/\0+$/, ''));
      runs.push(...list.runs);
    }
    runs.push(...padding(body, size, at));
    at += padded(size);
  }
}

function padding(body: Uint8Array, from: number, base: number): ByteRun[] {
  const list = new RunList(base);
  list.add('tar-padding', from, body.length - from, null, { ok: isZero(body, from, body.length - from) });
  return list.runs;
}

function bodyRuns(bytes: Uint8Array<ArrayBuffer>, base: number, whole: boolean): ByteRun[] {
  const compression = sniffCompression(bytes);
  if (compression === 'gzip') return gzipRuns(bytes, base, whole);
  if (compression === 'zstd') return zstdRuns(bytes, base);
  const isHeader = bytes.length >= BLOCK && textOf(bytes, FIELD.magic.at, FIELD.magic.at + 5) === 'ustar';
  if (isHeader) {
    const list = new RunList(base);
    list.add('data', BLOCK, bytes.length - BLOCK);
    return [...tarHeaderRuns(bytes.slice(0, BLOCK), base), ...list.runs];
  }
  const text = strictText(bytes);
  if (text !== null && /^\s*[[{]/.test(text)) return jsonRuns(text, base, bytes.length);
  const list = new RunList(base);
  list.add(text === null ? 'data' : 'text', 0, bytes.length);
  return list.runs;
}

/** Text, if the bytes are: the last character may be cut. */
function strictText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** What fills up the last block of the body, and the zero blocks that end the tar. */
async function after(end: number, source: ByteSource, take: Take, runs: ByteRun[]): Promise<void> {
  const fill = (BLOCK - (end % BLOCK)) % BLOCK;
  if (end >= source.size) return;
  if (fill > 0) runs.push(...padding(await take(end, fill), 0, end));
  const next = end + fill;
  if (next >= source.size) return;
  const blocks = await source.read(next, Math.min(2 * BLOCK, source.size - next));
  if (!isZero(blocks, 0, Math.min(BLOCK, blocks.length))) return;
  const list = new RunList(next);
  list.add('tar-end', 0, blocks.length, null, { ok: blocks.length === 2 * BLOCK && isZero(blocks, 0, blocks.length) });
  await take(next, blocks.length);
  runs.push(...list.runs);
}
