/** What a header of an RPM database is made of. */
export interface RpmFields {
  readonly name: string;
  readonly version: string;
  readonly release: string;
  readonly epoch?: number;
  readonly arch: string;
  /** So that it fills more than a page. */
  readonly description?: string;
}

/** A header as RPM keeps it in its database (rpm documentation, "RPM Package Format"). */
export function rpmHeader({ name, version, release, epoch, arch, description = '' }: RpmFields): Buffer {
  const texts: [tag: number, text: string][] = [
    [1000, name],
    [1001, version],
    [1002, release],
    [1005, description],
    [1022, arch],
  ];
  const index: Buffer[] = [];
  const data: Buffer[] = [];
  let at = 0;
  const add = (tag: number, type: number, value: Buffer): void => {
    const entry = Buffer.alloc(16);
    [tag, type, at, 1].forEach((number, i) => entry.writeUInt32BE(number, 4 * i));
    index.push(entry);
    data.push(value);
    at += value.length;
  };
  if (epoch !== undefined) {
    const value = Buffer.alloc(4);
    value.writeUInt32BE(epoch);
    add(1003, 4, value);
  }
  for (const [tag, text] of texts) add(tag, 6, Buffer.from(`${text}\0`));
  const counts = Buffer.alloc(8);
  counts.writeUInt32BE(index.length, 0);
  counts.writeUInt32BE(at, 4);
  return Buffer.concat([counts, ...index, ...data]);
}

/** `Packages.db` as RPM's ndb backend lays it out (rpm, `lib/backend/ndb/rpmpkg.c`): slots, then blobs in blocks of 16 bytes. A null is a free slot. */
export function ndbDatabase(headers: readonly (Uint8Array | null)[]): Buffer {
  const page = Buffer.alloc(4096);
  page.write('RpmP', 0);
  page.writeUInt32LE(1, 8);
  page.writeUInt32LE(1, 12);
  page.writeUInt32LE(headers.length + 1, 16);
  for (let at = 32; at < page.length; at += 16) page.write('Slot', at);
  const blobs: Buffer[] = [];
  let block = page.length / 16;
  headers.forEach((header, i) => {
    if (!header) return;
    const blocks = Math.ceil((16 + header.length + 12) / 16);
    const slot = 32 + 16 * i;
    [i + 1, block, blocks].forEach((number, part) => page.writeUInt32LE(number, slot + 4 + 4 * part));
    const blob = Buffer.alloc(blocks * 16);
    blob.write('BlbS', 0);
    blob.writeUInt32LE(i + 1, 4);
    blob.writeUInt32LE(1, 8);
    blob.writeUInt32LE(header.length, 12);
    Buffer.from(header).copy(blob, 16);
    blob.write('BlbE', blob.length - 4);
    blobs.push(blob);
    block += blocks;
  });
  return Buffer.concat([page, ...blobs]);
}
