import type { MemberColumns } from './members';
import type { Span } from './source';

/** One change of an archive, made on a copy. Layers are counted from 1, the base first. Plain data. */
export type Tamper =
  /** A byte of a layer as it is stored: offset in the blob, XOR mask. */
  | { readonly kind: 'flip'; readonly layer: number; readonly offset: number; readonly mask: number }
  /** A byte of what is in a layer: unpacked, changed, packed again under the old name. */
  | { readonly kind: 'inside'; readonly layer: number; readonly offset: number; readonly mask: number }
  /** Any byte of the tar. */
  | { readonly kind: 'byte'; readonly offset: number; readonly mask: number }
  /** The bytes of two layers, each under the other's name. */
  | { readonly kind: 'swap'; readonly layers: readonly [number, number] }
  /** The file of a layer is left out. */
  | { readonly kind: 'drop'; readonly layer: number }
  /** A blob that nothing points at. */
  | { readonly kind: 'orphan' }
  /** The tag of the image, wherever the archive says it. */
  | { readonly kind: 'tag'; readonly tag: string }
  /** The tar ends after so many bytes. */
  | { readonly kind: 'cut'; readonly size: number };

/** Changes in the order in which they are made, and how many levels of names are then rewritten to hide them. */
export interface Tampering {
  readonly tampers: readonly Tamper[];
  readonly repaired: number;
}

/** Why a change cannot be made. */
export const CANNOT_TAMPER = ['no-layer', 'beyond', 'not-a-tar', 'no-tag', 'same', 'unreadable'] as const;
export type CannotTamper = (typeof CANNOT_TAMPER)[number];

/** A run of bytes of the file as it is, bytes that are put in its place, or what the browser keeps. */
export type Piece = Span | Uint8Array<ArrayBuffer> | Blob;

/** A file made of another one, which stays as it is. */
export interface Patch {
  /** All of it, in order. */
  readonly pieces: readonly Piece[];
  /** Where the bytes of each member begin now; NaN for one that is left out. */
  readonly dataAt: Float64Array<ArrayBuffer>;
  /** Members whose bytes are others. */
  readonly touched: readonly number[];
}

/** The levels at which a change is hidden, in their order. */
export const REPAIR_LEVELS = ['layer', 'config', 'image-id', 'manifest', 'index', 'list'] as const;
export type RepairLevel = (typeof REPAIR_LEVELS)[number];

/** What is rewritten at one level. */
export interface RepairStep {
  readonly level: RepairLevel;
  readonly changes: readonly Rewrite[];
  /** Names in all of {@link changes}. */
  readonly names: number;
}

/** A member whose bytes or name are rewritten. */
export interface Rewrite {
  /** As it is called then. */
  readonly path: string;
  /** As it was called before, where that is another name. */
  readonly before: string | null;
  /** Digests that are other ones in it and in its name. */
  readonly names: number;
}

/** Bytes that had one digest and now have another. */
export interface DigestChange {
  readonly role: 'stored' | 'diff-id';
  readonly from: string;
  readonly to: string;
  /** Of what has the new digest, as it is stored. */
  readonly size: number;
}

/** Where runs of bytes of the file before are in the file after; null for what is not there any more. */
export type Follow = (span: Span) => Span | null;

/** Follows the bytes of members through a patch: `after` are the members that a scan of the patched file finds. */
export function followMembers(before: MemberColumns, { dataAt }: Pick<Patch, 'dataAt'>, after: MemberColumns): Follow {
  const places = new Map<number, number>();
  for (let index = 0; index < before.count; index++) {
    if ((before.size[index] ?? 0) > 0) places.set(before.data[index] ?? 0, dataAt[index] ?? NaN);
  }
  const sizes = new Map<number, number>();
  for (let index = 0; index < after.count; index++) {
    if ((after.size[index] ?? 0) > 0) sizes.set(after.data[index] ?? 0, after.size[index] ?? 0);
  }
  return ({ offset }) => {
    const at = places.get(offset) ?? NaN;
    const size = sizes.get(at);
    return size === undefined ? null : { offset: at, length: size };
  };
}
