import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paxBody } from '../testing/scanned';
import { parsePax } from './pax';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const parse = (text: string): { records: object; problems: string[] } => {
  const { records, problems } = parsePax(bytes(text));
  const shown = Object.entries(records).map(([key, value]: [string, unknown]): [string, unknown] => [
    key,
    value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
  ]);
  return { records: Object.fromEntries<unknown>(shown), problems: [...problems] };
};

describe('parsePax', () => {
  it.each([
    [
      paxBody('path=a b=c', 'linkpath=l', 'size=12', 'mtime=-1.5', 'uid=3', 'gid=4'),
      { path: 'a b=c', linkpath: 'l', size: 12, mtime: -1.5, uid: 3, gid: 4 },
    ],
    [paxBody('path=one', 'path=two'), { path: 'two' }],
    [paxBody('path=one', 'size=1', 'path=', 'size='), {}],
    [paxBody('path=line\nline'), { path: 'line\nline' }],
    [
      paxBody('SCHILY.xattr.user.a=b', '__proto__=x', 'constructor=y', 'comment=c'),
      { others: paxBody('SCHILY.xattr.user.a=b', '__proto__=x', 'constructor=y', 'comment=c') },
    ],
    [
      paxBody('atime=1', 'path=a', 'SCHILY.xattr.b=\0c'),
      { path: 'a', others: paxBody('atime=1', 'SCHILY.xattr.b=\0c') },
    ],
    [paxBody('size=1e3'), { size: NaN }],
    [paxBody('size=9007199254740992'), { size: NaN }],
    [
      paxBody('GNU.sparse.major=1', 'GNU.sparse.name=n', 'GNU.sparse.realsize=9'),
      { sparse: true, sparseName: 'n', sparseSize: 9 },
    ],
  ])('%j', (text, records) => expect(parse(text)).toEqual({ records, problems: [] }));

  it.each([
    '8 path=a\n',
    '99 path=a\n',
    '0 path=a\n',
    '-10 path=a\n',
    '10 path=ab',
    ' path=a\n',
    '5 ab\n',
    '5 =a\n',
    '\0\0\0',
    '9'.repeat(400),
  ])('stops at %j and keeps what came before', (text) =>
    expect(parse(paxBody('gid=5') + text + paxBody('uid=6'))).toEqual({
      records: { gid: 5 },
      problems: ['malformed-record'],
    }),
  );

  it('leaves out numbers that are none, and keeps a NUL in a name', () => {
    expect(parse(paxBody('mtime=soon', 'uid=0x1'))).toEqual({ records: {}, problems: ['not-a-number'] });
    expect(parse(paxBody('path=a\0b'))).toEqual({ records: { path: 'a\0b' }, problems: ['nul-in-value'] });
  });

  it('never throws and always ends', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.array(fc.constantFrom('12 path=ab\n', '11 ', '=', '\n', '0')),
        (noise, parts) => {
          parsePax(new Uint8Array([...bytes(parts.join('')), ...noise]));
        },
      ),
    );
  });
});
