import { joined } from '../bytes/joined';

/** What the records of one PAX extended header say (POSIX pax(1), "pax Extended Header"). Absent: not said, or said to be empty. */
export interface PaxRecords {
  path?: Uint8Array<ArrayBuffer>;
  linkpath?: Uint8Array<ArrayBuffer>;
  /** NaN when it is not a decimal number of at most 2^53 - 1. */
  size?: number;
  mtime?: number;
  uid?: number;
  gid?: number;
  /** There are `GNU.sparse.*` records. */
  sparse?: true;
  /** `GNU.sparse.name`: the file's own name, where `path` is a stand-in. */
  sparseName?: Uint8Array<ArrayBuffer>;
  /** The records that none of these has, as they are stored. */
  others?: Uint8Array<ArrayBuffer>;
  /** Unpacked size of a sparse file. */
  sparseSize?: number;
}

/** Why a record cannot be taken as it stands. */
export type PaxProblem = 'malformed-record' | 'nul-in-value' | 'not-a-number';

/**
 * Reads the records of an extended header's body. A later record wins over an earlier one. What follows a malformed record
 * cannot be read; numbers that are none (other than `size`) are left out; a NUL in a name is kept.
 */
export function parsePax(body: Uint8Array<ArrayBuffer>): { records: PaxRecords; problems: ReadonlySet<PaxProblem> } {
  const records: PaxRecords = {};
  const problems = new Set<PaxProblem>();
  const others: Uint8Array<ArrayBuffer>[] = [];
  for (const record of recordsOf(body)) {
    if (!record) {
      problems.add('malformed-record');
      break;
    }
    const { start, keyAt, equals, end } = record;
    const set = equals - keyAt <= LONGEST_KEY ? KEYS.get(latin1.decode(body.subarray(keyAt, equals))) : undefined;
    const problem = set?.(records, body.subarray(equals + 1, end - 1));
    if (problem) problems.add(problem);
    if (!set) others.push(body.subarray(start, end));
  }
  const [first] = others;
  if (first) records.others = others.length === 1 ? first : joined(others);
  return { records, problems };
}

/** The records that can be read, key and value, in stored order. */
export function paxRecords(body: Bytes): [key: string, value: Bytes][] {
  const read: [string, Bytes][] = [];
  for (const record of recordsOf(body)) {
    if (!record) break;
    read.push([
      utf8.decode(body.subarray(record.keyAt, record.equals)),
      body.subarray(record.equals + 1, record.end - 1),
    ]);
  }
  return read;
}

/** Where a record is in a body. */
interface PaxRecord {
  readonly start: number;
  readonly keyAt: number;
  readonly equals: number;
  /** After the newline. */
  readonly end: number;
}

/** Where the records are; null, and nothing more, for one that is malformed. */
export function* recordsOf(body: Bytes): Generator<PaxRecord | null> {
  for (let start = 0; start < body.length;) {
    const space = body.indexOf(SPACE, start);
    const end = start + (space < 0 ? NaN : decimal(body.subarray(start, space)));
    const equals = body.indexOf(EQUALS, space);
    if (!(end <= body.length) || body[end - 1] !== NEWLINE || equals <= space + 1 || equals >= end) {
      yield null;
      return;
    }
    yield { start, keyAt: space + 1, equals, end };
    start = end;
  }
}

const SPACE = 0x20;
const EQUALS = 0x3d;
const NEWLINE = 0x0a;
const latin1 = new TextDecoder('latin1');
const utf8 = new TextDecoder();

type Bytes = Uint8Array<ArrayBuffer>;
type Setter = (records: PaxRecords, value: Bytes) => PaxProblem | undefined;

function text(key: 'path' | 'linkpath' | 'sparseName'): Setter {
  return (records, value) => {
    if (value.length === 0) delete records[key];
    else records[key] = value;
    return value.includes(0) ? 'nul-in-value' : undefined;
  };
}

function number(key: 'mtime' | 'uid' | 'gid'): Setter {
  return (records, value) => {
    delete records[key];
    if (value.length === 0) return undefined;
    const written = latin1.decode(value);
    if (!/^-?\d+(\.\d*)?$/.test(written)) return 'not-a-number';
    records[key] = Number(written);
    return undefined;
  };
}

const KEYS: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ['path', text('path')],
  ['linkpath', text('linkpath')],
  [
    'size',
    (records, value) => {
      if (value.length === 0) delete records.size;
      else records.size = decimal(value);
      return undefined;
    },
  ],
  ['mtime', number('mtime')],
  ['uid', number('uid')],
  ['gid', number('gid')],
  ...['major', 'minor', 'map', 'numblocks', 'offset', 'numbytes'].map((key): [string, Setter] => [
    `GNU.sparse.${key}`,
    sparse,
  ]),
  ['GNU.sparse.size', sparseSize],
  ['GNU.sparse.realsize', sparseSize],
  [
    'GNU.sparse.name',
    (records, value) => {
      records.sparse = true;
      return text('sparseName')(records, value);
    },
  ],
]);
const LONGEST_KEY = Math.max(...[...KEYS.keys()].map((key) => key.length));

function sparse(records: PaxRecords): undefined {
  records.sparse = true;
}

function sparseSize(records: PaxRecords, value: Bytes): undefined {
  records.sparse = true;
  records.sparseSize = decimal(value);
}

/** Digits only: no sign, exponent, base or space. */
function decimal(value: Bytes): number {
  const written = value.length <= 20 ? latin1.decode(value) : '';
  const parsed = /^\d+$/.test(written) ? Number(written) : NaN;
  return Number.isSafeInteger(parsed) ? parsed : NaN;
}
