/** POSIX.1-1988 ustar header (pax(1), "ustar Interchange Format"): where each field is, and what the type flags mean. */

/** Headers, bodies and the end marker are all counted in blocks of this many bytes. */
export const BLOCK = 512;

/** Writers fill up the end of a tar with zero blocks to a multiple of this. */
export const RECORD = 20 * BLOCK;

export interface Field {
  readonly at: number;
  readonly length: number;
}

export const FIELD = {
  name: { at: 0, length: 100 },
  mode: { at: 100, length: 8 },
  uid: { at: 108, length: 8 },
  gid: { at: 116, length: 8 },
  size: { at: 124, length: 12 },
  mtime: { at: 136, length: 12 },
  checksum: { at: 148, length: 8 },
  link: { at: 157, length: 100 },
  magic: { at: 257, length: 8 },
  uname: { at: 265, length: 32 },
  gname: { at: 297, length: 32 },
  devmajor: { at: 329, length: 8 },
  devminor: { at: 337, length: 8 },
  prefix: { at: 345, length: 155 },
  /** Old GNU sparse files: the unpacked size. */
  sparseSize: { at: 483, length: 12 },
} as const satisfies Record<string, Field>;

export const TYPEFLAG_AT = 156;

/** Old GNU sparse files: where the header, and a block of map after it, say that another block of map follows. */
export const MAP_FOLLOWS_AT = { header: 482, map: 504 } as const;

/** The type flag a writer uses for each kind of member. */
export const TYPEFLAG = {
  file: '0',
  hardlink: '1',
  symlink: '2',
  chardev: '3',
  blockdev: '4',
  directory: '5',
  fifo: '6',
} as const;

/** Bytes that a body of `size` bytes takes in the archive. */
export function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}
