import { hex } from '../bytes/hex';
import type { Span } from '../model/source';
import type { TocFooter, TocKind } from '../model/toc';

/** What a layer's last bytes say of its table of contents. Spans are of stored bytes, from the layer's first one. */
export interface Footer {
  readonly kind: TocKind;
  readonly footer: TocFooter;
  /** Null when it is elsewhere, or where the layer has no room for it. */
  readonly at: Span | null;
  readonly position: string | null;
  readonly tarSplit: { readonly position: string; readonly at: Span | null } | null;
}

/** The longest footer. */
export const FOOTER_BYTES = 72;

/*
 * An empty gzip member (RFC 1952) with an extra field: `SG`, a length and, in 16 hexadecimal digits, where the TOC begins, then `STARGZ`
 * (stargz-snapshotter docs/estargz.md, "Footer"). Before eStargz the field was not split; with an external TOC it has no place.
 */
const GZIP_END = '010000ffff0000000000000000$';
const DIGITS = '((?:3[0-9]|[46][1-6]){16})';
const GZIP_FOOTERS: readonly { readonly footer: TocFooter; readonly size: number; readonly form: RegExp }[] = [
  { footer: 'estargz', size: 51, form: gzipFooter(`1a0053471600${DIGITS}53544152475a`) },
  { footer: 'stargz', size: 47, form: gzipFooter(`1600${DIGITS}53544152475a`) },
  { footer: 'estargz-external', size: 46, form: gzipFooter('15005347110053544152475a45585445524e414c544f43') },
];

function gzipFooter(extra: string): RegExp {
  return new RegExp(`1f8b0804.{12}${extra}${GZIP_END}`);
}

/** A skippable frame (RFC 8878 §3.1.2) of numbers of 8 bytes, the last of which is text (containers/storage pkg/chunked). */
const ZSTD_FOOTERS: readonly { readonly footer: TocFooter; readonly size: number; readonly form: RegExp }[] = [
  { footer: 'zstd-chunked', size: 72, form: /502a4d1840000000.{112}47[46]e556c496e5578$/ },
  { footer: 'zstd-chunked-old', size: 48, form: /502a4d1828000000.{64}47[46]e556c496e5578$/ },
];
const FRAME_HEADER = 8;

/** Reads the footer out of the last bytes, at most {@link FOOTER_BYTES}, of a layer of `size` stored bytes; null when there is none. */
export function readFooter(tail: Uint8Array, size: number): Footer | null {
  const text = hex(tail);
  for (const { footer, size: own, form } of GZIP_FOOTERS) {
    const found = form.exec(text);
    if (found) return gzipFacts(footer, found[1], size - own);
  }
  const zstd = ZSTD_FOOTERS.find(({ form }) => form.test(text));
  return zstd ? zstdFacts(zstd.footer, tail.subarray(tail.length - zstd.size + FRAME_HEADER), size - zstd.size) : null;
}

function gzipFacts(footer: TocFooter, digits: string | undefined, end: number): Footer {
  const text = digits?.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16)));
  const offset = text === undefined ? Infinity : Number.parseInt(text, 16);
  return { kind: 'estargz', footer, at: within(offset, end - offset, end), position: null, tarSplit: null };
}

function zstdFacts(footer: TocFooter, frame: Uint8Array, end: number): Footer {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const at = (index: number): bigint => view.getBigUint64(index * 8, true);
  const text = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, i) => at(from + i)).join(':');
  const span = (from: number): Span | null => within(Number(at(from)), Number(at(from + 1)), end);
  const hasTarSplit = footer === 'zstd-chunked' && at(4) > 0n;
  return {
    kind: 'zstd-chunked',
    footer,
    at: span(0),
    position: text(0, 4),
    tarSplit: hasTarSplit ? { position: text(4, 7), at: span(4) } : null,
  };
}

function within(offset: number, length: number, end: number): Span | null {
  return length > 0 && offset + length <= end ? { offset, length } : null;
}
