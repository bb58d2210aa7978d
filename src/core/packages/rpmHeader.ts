import type { PackageEntry } from '../model/packages';
import { label, textOf } from './text';

const NAME = 1000;
const VERSION = 1001;
const RELEASE = 1002;
const EPOCH = 1003;
const ARCH = 1022;
const INT32 = 4;
const STRING = 6;
/** Bytes of an entry of the index. */
const ENTRY = 16;
const LONGEST = 4_096;

/**
 * The package that a header of an RPM database describes: two counts, the index, the data (rpm documentation, "RPM Package
 * Format", "Header"; without the magic in front). Null when it has no name.
 */
export function readRpmHeader(blob: Uint8Array): PackageEntry | null {
  if (blob.length < 8) return null;
  const view = new DataView(blob.buffer, blob.byteOffset, blob.length);
  const count = view.getUint32(0);
  const data = 8 + count * ENTRY;
  if (data > blob.length) return null;
  const texts = new Map<number, string | null>();
  let epoch: number | null = null;
  for (let at = 8; at < data; at += ENTRY) {
    const tag = view.getUint32(at);
    const type = view.getUint32(at + 4);
    const from = data + view.getUint32(at + 8);
    if (tag === EPOCH && type === INT32 && from + 4 <= blob.length) epoch = view.getUint32(from);
    if (type === STRING && !texts.has(tag) && (tag === NAME || tag === VERSION || tag === RELEASE || tag === ARCH))
      texts.set(tag, label(stringAt(blob, from)));
  }
  const name = texts.get(NAME) ?? null;
  if (name === null) return null;
  const version = texts.get(VERSION) ?? null;
  const release = texts.get(RELEASE) ?? null;
  const whole = version !== null && release !== null ? `${version}-${release}` : version;
  return {
    name,
    version: whole !== null && epoch !== null ? `${epoch}:${whole}` : whole,
    arch: texts.get(ARCH) ?? null,
  };
}

function stringAt(blob: Uint8Array, from: number): string {
  const part = blob.subarray(from, from + LONGEST);
  const end = part.indexOf(0);
  return textOf(end < 0 ? part : part.subarray(0, end));
}
