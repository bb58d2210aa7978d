import { LIMITS } from '../limits';
import type { PackageEntry } from '../model/packages';
import { berkeleyValues, UnreadForm } from './berkeley';
import type { Read } from './read';
import { readRpmHeader } from './rpmHeader';
import { BadDatabase, sqliteBlobs } from './sqlite';

/** `rpmdb.sqlite`: a header for each package in `Packages.blob` (rpm, `lib/backend/sqlite.c`). */
export function readRpmSqlite(bytes: Uint8Array): Read {
  return read(() => sqliteBlobs(bytes, 'Packages', 1));
}

/** `Packages.db` (rpm, `lib/backend/ndb/rpmpkg.c`). */
export function readRpmNdb(bytes: Uint8Array): Read {
  return read(() => ndbBlobs(bytes));
}

/** `Packages`, a hash of Berkeley DB (rpm before 4.16, `lib/backend/db3.c`). */
export function readRpmBerkeley(bytes: Uint8Array): Read {
  return read(() => berkeleyValues(bytes));
}

function read(blobs: () => Iterable<Uint8Array>): Read {
  const packages: PackageEntry[] = [];
  try {
    for (const blob of blobs()) {
      const entry = readRpmHeader(blob);
      if (!entry) continue;
      if (packages.length === LIMITS.packagesPerLayer) return { packages, problem: 'cut' };
      packages.push(entry);
    }
  } catch (error) {
    if (error instanceof UnreadForm) return { packages, problem: 'berkeley' };
    if (!(error instanceof BadDatabase)) throw error;
    return { packages, problem: 'malformed' };
  }
  return { packages, problem: null };
}

const HEADER = 0x506d7052; // "RpmP", the least byte first, as all numbers of it
const SLOT = 0x746f6c53; // "Slot"
const BLOB = 0x53626c42; // "BlbS"
const SLOT_PAGE = 4_096;
/** Bytes of a slot, of the head of a blob, and of a block, in which places are counted. */
const UNIT = 16;

/** The headers that its slots lead to; those of free slots are not. */
function* ndbBlobs(bytes: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < SLOT_PAGE || view.getUint32(0, true) !== HEADER || view.getUint32(4, true) !== 0)
    throw new BadDatabase('no ndb');
  const end = view.getUint32(12, true) * SLOT_PAGE;
  if (end > bytes.length) throw new BadDatabase('slots');
  let left = bytes.length;
  // The header takes the place of the first two slots.
  for (let at = 2 * UNIT; at < end; at += UNIT) {
    if (view.getUint32(at, true) !== SLOT) throw new BadDatabase('slot');
    const index = view.getUint32(at + 4, true);
    if (index === 0) continue;
    const blob = view.getUint32(at + 8, true) * UNIT;
    if (blob + UNIT > bytes.length) throw new BadDatabase('end');
    if (view.getUint32(blob, true) !== BLOB || view.getUint32(blob + 4, true) !== index) throw new BadDatabase('blob');
    const length = view.getUint32(blob + 12, true);
    left -= length;
    // No byte of a file is in two of them.
    if (blob + UNIT + length > bytes.length || left < 0) throw new BadDatabase('end');
    yield bytes.subarray(blob + UNIT, blob + UNIT + length);
  }
}
