import type { ByteRun, RunKind } from '../model/byteRuns';
import { checksumAt, isZero, numberAt, textIn, typeflagAt } from '../tar/header';
import { BLOCK, FIELD, TYPEFLAG_AT, type Field } from '../tar/layout';
import { recordsOf } from '../tar/pax';
import { RunList, textOf, timeOf } from './runs';

const NUMBERS = [
  ['tar-mode', FIELD.mode],
  ['tar-uid', FIELD.uid],
  ['tar-gid', FIELD.gid],
  ['tar-size', FIELD.size],
] as const satisfies readonly (readonly [RunKind, Field])[];

const MAGIC = ['ustar\0', 'ustar '];

/** The fields of the header in `bytes`, whose first byte is at `base` of the source. */
export function tarHeaderRuns(bytes: Uint8Array<ArrayBuffer>, base: number): ByteRun[] {
  const list = new RunList(base);
  const text = (kind: RunKind, { at, length }: Field): void =>
    list.add(kind, at, length, textOf(bytes, at, at + textIn(bytes, at, length).length));
  text('tar-name', FIELD.name);
  for (const [kind, field] of NUMBERS)
    list.add(kind, field.at, field.length, numberText(bytes, field, kind === 'tar-mode'));
  const mtime = numberAt(bytes, 0, FIELD.mtime);
  list.add(
    'tar-mtime',
    FIELD.mtime.at,
    FIELD.mtime.length,
    Number.isNaN(mtime) ? null : `${numberText(bytes, FIELD.mtime)} = ${timeOf(mtime)}`,
  );
  const { expected, actual, valid } = checksumAt(bytes, 0);
  const sum = { ok: valid, expected: `${actual}` };
  list.add(
    'tar-checksum',
    FIELD.checksum.at,
    FIELD.checksum.length,
    Number.isNaN(expected) ? null : `${expected}`,
    sum,
  );
  list.add('tar-type', TYPEFLAG_AT, 1, typeflagAt(bytes, 0).replace('\0', '0'));
  text('tar-link', FIELD.link);
  const magic = textOf(bytes, FIELD.magic.at, FIELD.magic.at + 6);
  if (MAGIC.includes(magic)) {
    list.add('tar-magic', FIELD.magic.at, 6, magic.replace('\0', ''), { ok: true });
    list.add(
      'tar-version',
      FIELD.magic.at + 6,
      2,
      textOf(bytes, FIELD.magic.at + 6, FIELD.magic.at + 8).replace('\0', ''),
    );
    text('tar-uname', FIELD.uname);
    text('tar-gname', FIELD.gname);
    list.add('tar-devmajor', FIELD.devmajor.at, FIELD.devmajor.length, numberText(bytes, FIELD.devmajor));
    list.add('tar-devminor', FIELD.devminor.at, FIELD.devminor.length, numberText(bytes, FIELD.devminor));
    text('tar-prefix', FIELD.prefix);
    list.add('tar-rest', BLOCK - 12, 12, null, { ok: isZero(bytes, BLOCK - 12, 12) });
  } else list.add('tar-rest', FIELD.magic.at, BLOCK - FIELD.magic.at);
  return list.runs;
}

/** What a numeric field says: the octal digits as they are written, and the number; a mode is said in octal only. */
function numberText(bytes: Uint8Array<ArrayBuffer>, field: Field, isMode = false): string | null {
  const value = numberAt(bytes, 0, field, NaN);
  if (Number.isNaN(value)) return null;
  if (isMode) return `0${value.toString(8)}`;
  const isBinary = ((bytes[field.at] ?? 0) & 0x80) !== 0;
  const digits = isBinary
    ? 'base 256'
    : textOf(bytes, field.at, field.at + textIn(bytes, field.at, field.length).length).trim();
  return digits === `${value}` ? digits : `${digits} = ${value}`;
}

/** The records of a PAX extended header's body; what cannot be read is one run of data. */
export function paxRuns(bytes: Uint8Array<ArrayBuffer>, base: number): ByteRun[] {
  const list = new RunList(base);
  for (const record of recordsOf(bytes)) {
    if (!record) break;
    const { start, keyAt, equals, end } = record;
    list.add('pax-length', start, keyAt - start, `${end - start}`);
    list.add('pax-key', keyAt, equals + 1 - keyAt, textOf(bytes, keyAt, equals));
    list.add('pax-value', equals + 1, end - equals - 1, textOf(bytes, equals + 1, end - 1));
  }
  return list.within(bytes.length, 'data');
}
