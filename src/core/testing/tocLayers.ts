import { gzipSync } from 'node:zlib';
import { buildTar, type TarEntry } from './buildTar';
import type { JsonObject } from './goJson';
import { sha256Of } from './imageParts';
import { skippableFrame, zstdFrame } from './zstdFrames';

/*
 * Layers with a table of contents, made by what stargz-snapshotter docs/estargz.md and containers/storage pkg/chunked describe, so that
 * one thing at a time can be other than it should. Those of real tools are in the fixtures.
 */

interface TocLayer {
  readonly stored: Uint8Array<ArrayBuffer>;
  readonly digest: string;
  readonly diffId: string;
  readonly gzip: boolean;
  /** As the descriptor has them. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** What is other than it should be. */
interface TocChange<Footer> {
  readonly footer?: Footer;
  /** The JSON, or the bytes in its place. */
  readonly json?: (toc: JsonObject) => string | Uint8Array;
  /** Where the footer says that the TOC is. */
  readonly offset?: (true_: number) => bigint;
  /** The stored TOC. */
  readonly stored?: (toc: Uint8Array) => Uint8Array;
  /** eStargz: the name of the TOC in its tar. */
  readonly name?: string;
}

type File = TarEntry & { readonly body: string };
const FILES: readonly File[] = [
  { name: 'a', body: 'aaaa' },
  { name: 'b', body: 'bb' },
];
const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text;
const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat(parts));
const hexDigits = (offset: bigint): string => offset.toString(16).padStart(16, '0');
const sameText = (toc: JsonObject): string => JSON.stringify(toc);

/** Every header and every body compressed by itself, and the TOC that says where. */
function compressed(pack: (bytes: Uint8Array) => Uint8Array): {
  parts: Uint8Array[];
  toc: JsonObject;
  tar: Uint8Array[];
} {
  const parts: Uint8Array[] = [];
  const tar: Uint8Array[] = [];
  const add = (bytes: Uint8Array): number => {
    const offset = parts.reduce((sum, part) => sum + part.length, 0);
    tar.push(bytes);
    parts.push(pack(bytes));
    return offset;
  };
  const entries = FILES.map((file): JsonObject => {
    const member = buildTar([file], { end: false });
    add(member.subarray(0, 512));
    const offset = add(member.subarray(512));
    const digest = sha256Of(file.body);
    return { name: file.name, type: 'reg', size: file.body.length, offset, digest, chunkDigest: digest };
  });
  return { parts, tar, toc: { version: 1, entries } };
}

/** An eStargz layer of two files. */
export function estargzLayer(change: TocChange<'estargz' | 'stargz' | 'estargz-external'> = {}): TocLayer {
  const { footer = 'estargz', json = sameText, offset = BigInt, stored = (toc) => toc } = change;
  const { parts, tar, toc } = compressed((bytes) => gzipSync(bytes));
  const text = bytesOf(json(toc));
  const index = buildTar([{ name: change.name ?? 'stargz.index.json', body: text }]);
  const at = joined(parts).length;
  if (footer !== 'estargz-external') {
    tar.push(index);
    parts.push(stored(gzipSync(index)));
  }
  const place = `${hexDigits(offset(at))}STARGZ`;
  const extra = {
    estargz: `SG\u0016\0${place}`,
    stargz: place,
    'estargz-external': 'SG\u0011\0STARGZEXTERNALTOC',
  }[footer];
  parts.push(gzipFooter(extra));
  return layerOf(parts, tar, true, {
    'containerd.io/snapshot/stargz/toc.digest': sha256Of(text),
    'io.containers.estargz.uncompressed-size': `${joined(tar).length}`,
  });
}

function gzipFooter(extra: string): Uint8Array {
  const header = [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, extra.length, 0];
  const end = [1, 0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0];
  return joined([Uint8Array.from(header), bytesOf(extra), Uint8Array.from(end)]);
}

/** What is called tar-split data here is none: nothing reads it. */
const TAR_SPLIT = bytesOf('tar-split');

/** A zstd:chunked layer of the same two files. */
export function zstdChunkedLayer(change: TocChange<'zstd-chunked' | 'zstd-chunked-old'> = {}): TocLayer {
  const { footer = 'zstd-chunked', json = sameText, offset = BigInt, stored = (toc) => toc } = change;
  const { parts, tar, toc } = compressed((bytes) => zstdFrame(bytes));
  const end = new Uint8Array(1024);
  tar.push(end);
  parts.push(zstdFrame(end));
  const isOld = footer === 'zstd-chunked-old';
  const text = bytesOf(json(isOld ? toc : { ...toc, tarSplitDigest: sha256Of(TAR_SPLIT) }));
  const frame = stored(zstdFrame(text));
  const at = joined(parts).length + 8;
  parts.push(skipped(frame));
  const numbers = [offset(at), BigInt(frame.length), BigInt(text.length), 1n];
  if (!isOld) {
    const place = BigInt(at + frame.length + 8);
    numbers.push(place, BigInt(TAR_SPLIT.length), 99n);
    parts.push(skipped(TAR_SPLIT));
  }
  parts.push(skipped(joined([...numbers.map(littleEndian), bytesOf(isOld ? 'GnUlInUx' : 'GNUlInUx')])));
  const prefix = isOld ? 'io.containers.zstd-chunked' : 'io.github.containers.zstd-chunked';
  return layerOf(parts, tar, false, {
    [`${prefix}.manifest-checksum`]: sha256Of(frame),
    [`${prefix}.manifest-position`]: numbers.slice(0, 4).join(':'),
    ...(isOld ? {} : { [`${prefix}.tarsplit-position`]: numbers.slice(4).join(':') }),
  });
}

function skipped(content: Uint8Array): Uint8Array {
  const frame = skippableFrame(content);
  frame[0] = 0x50;
  return frame;
}

function littleEndian(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return bytes;
}

function layerOf(
  parts: readonly Uint8Array[],
  tar: readonly Uint8Array[],
  gzip: boolean,
  annotations: TocLayer['annotations'],
): TocLayer {
  const stored = joined(parts);
  return { stored, digest: sha256Of(stored), diffId: sha256Of(joined(tar)), gzip, annotations };
}

/** The members of an OCI layout with one image of one layer, whose descriptor has these annotations. */
export function tocLayout(
  { stored, diffId, gzip, annotations: own }: TocLayer,
  annotations: JsonObject = own,
): readonly TarEntry[] {
  const type = 'application/vnd.oci.image';
  const config = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: [diffId] },
  });
  const descriptor = (mediaType: string, body: Uint8Array | string, more: JsonObject = {}): JsonObject => ({
    mediaType,
    digest: sha256Of(body),
    size: Buffer.byteLength(body),
    ...more,
  });
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: `${type}.manifest.v1+json`,
    config: descriptor(`${type}.config.v1+json`, config),
    layers: [descriptor(`${type}.layer.v1.tar+${gzip ? 'gzip' : 'zstd'}`, stored, { annotations })],
  });
  return [
    { name: 'oci-layout', body: '{"imageLayoutVersion":"1.0.0"}' },
    {
      name: 'index.json',
      body: JSON.stringify({ schemaVersion: 2, manifests: [descriptor(`${type}.manifest.v1+json`, manifest)] }),
    },
    ...[config, manifest, stored].map((body) => ({ name: `blobs/sha256/${sha256Of(body).slice(7)}`, body })),
  ];
}
