import { LIMITS } from '../core/limits';
import type { Image } from '../core/model/archive';
import type { FileRef } from '../core/model/fileBytes';
import { memberAt } from '../core/model/members';
import type { Session } from './state';

/** A byte of an unpacked layer, and which of its bits are flipped. */
export interface PickedByte {
  readonly offset: number;
  readonly mask: number;
}

/** What a byte of an unpacked layer is of. */
export interface BytePlace {
  /** In the layer; null before the first file and after the last. */
  readonly path: string | null;
  /** In the bytes of the file, or in its header and padding. */
  readonly isContent: boolean;
  /** The byte; null where it is not of a file. */
  readonly byte: number | null;
  /** The line of a text that it is in. */
  readonly line: LineChange | null;
}

/** A line of a text in which one byte is another one. */
export interface LineChange {
  /** From 1. */
  readonly number: number;
  readonly start: string;
  readonly was: string;
  readonly is: string;
  readonly end: string;
}

type Files = Pick<Session, 'files' | 'openFile' | 'readFile'>;

/**
 * The first letter of a word in the first text of a layer, so that a change of it is to be seen in words; null when there is none among its first files.
 * Layers are counted from 1. Rejects with an `EngineError`.
 */
export async function pickLetter(
  session: Files,
  image: Image,
  layer: number,
  signal: AbortSignal,
): Promise<PickedByte | null> {
  const { layers } = await session.files(image.key, signal);
  const files = layers[layer - 1];
  if (!files) return null;
  let looked = 0;
  let other: PickedByte | null = null;
  for (let row = 0; row < files.entries.count && looked < LIMITS.tamperFiles; row++) {
    const { type, size, name, data } = memberAt(files.entries, row);
    if (type !== 'file' || size === 0 || size > LIMITS.tamperFileBytes || name.includes('.wh.')) continue;
    looked++;
    const file: FileRef = { span: files.span, path: name, data, size };
    const { glance, head } = await session.openFile(file, { signal });
    if (glance.encoding !== 'utf-8' || !/text/.test(glance.look.kind)) continue;
    const at = letterAt(head.bytes);
    if (at < 0) continue;
    const picked = { offset: data + at, mask: maskOf(head.bytes[at] ?? 0) };
    // In a text of another script, the few Latin letters are in names.
    if (head.bytes.every((byte) => byte < 0x80)) return picked;
    other ??= picked;
  }
  return other;
}

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);

/** The place of the first letter of a word of four letters or more, better after a space or at the beginning of a line than in a path; -1 when there is none. */
export function letterAt(bytes: Uint8Array): number {
  let run = 0;
  let inName = -1;
  for (let at = 0; at < bytes.length; at++) {
    run = isLetter(bytes[at] ?? 0) ? run + 1 : 0;
    if (run !== 4) continue;
    const before = bytes[at - 4] ?? 0x0a;
    if (before === 0x20 || before === 0x0a) return at - 3;
    if (inName < 0) inName = at - 3;
  }
  return inName;
}

/** The lowest bit that makes another letter of a letter; of anything else, the lowest. */
export function maskOf(byte: number): number {
  if (!isLetter(byte)) return 1;
  return [1, 2, 4, 8, 16].find((mask) => isLetter(byte ^ mask)) ?? 1;
}

/** What the byte is of, and the line before and after where it is a text. Rejects with an `EngineError`. */
export async function placeOf(
  session: Files,
  image: Image,
  layer: number,
  { offset, mask }: PickedByte,
  signal: AbortSignal,
): Promise<BytePlace> {
  const nowhere = { path: null, isContent: false, byte: null, line: null };
  const { layers } = await session.files(image.key, signal);
  const files = layers[layer - 1];
  if (!files) return nowhere;
  const row = files.entries.data.findIndex((at, i) => {
    const next = files.entries.firstHeader[i + 1] ?? Infinity;
    return (files.entries.firstHeader[i] ?? 0) <= offset && offset < Math.max(next, at + (files.entries.size[i] ?? 0));
  });
  if (row < 0) return nowhere;
  const { name: path, data, size } = memberAt(files.entries, row);
  if (offset < data || offset >= data + size) return { ...nowhere, path };
  const file: FileRef = { span: files.span, path, data, size };
  const at = offset - data;
  const from = Math.max(0, at - LIMITS.tamperLineBytes);
  const { bytes } = await session.readFile(file, { from, to: Math.min(size, at + LIMITS.tamperLineBytes) }, { signal });
  const byte = bytes[at - from] ?? null;
  return { path, isContent: true, byte, line: byte === null ? null : lineWith(bytes, at - from, mask, from) };
}

/** The line around a byte; null where it is no text. `from`: bytes that come before these. */
export function lineWith(bytes: Uint8Array, at: number, mask: number, from = 0): LineChange | null {
  const start = bytes.lastIndexOf(0x0a, at - 1) + 1;
  const next = bytes.indexOf(0x0a, at);
  const end = next < 0 ? bytes.length : next;
  const line = bytes.subarray(start, Math.max(end, at + 1));
  if (line.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return null;
  const decode = (part: Uint8Array): string => new TextDecoder().decode(part);
  const byte = bytes[at] ?? 0;
  // Counted only where the text is there from its beginning.
  const number = from > 0 ? 0 : bytes.subarray(0, at).filter((each) => each === 0x0a).length + 1;
  return {
    number,
    start: decode(bytes.subarray(start, at)).slice(-LINE_SHOWN),
    was: decode(Uint8Array.of(byte)),
    is: decode(Uint8Array.of(byte ^ mask)),
    end: decode(bytes.subarray(at + 1, end)).slice(0, LINE_SHOWN),
  };
}

const LINE_SHOWN = 60;
