import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEMBER_TYPES } from '../model/members';
import type { MemberColumns, MemberQuery, TextColumn } from '../model/members';
import { orderMembers } from './order';

interface Row {
  readonly name: string;
  readonly type?: number;
  readonly size?: number;
  readonly mode?: number;
  readonly mtime?: number;
}

function text(values: readonly string[]): TextColumn {
  const parts = values.map((value) => new TextEncoder().encode(value));
  const starts = new Uint32Array(values.length + 1);
  parts.forEach((part, index) => (starts[index + 1] = (starts[index] ?? 0) + part.length));
  const bytes = new Uint8Array(starts[values.length] ?? 0);
  parts.forEach((part, index) => bytes.set(part, starts[index]));
  return { text: bytes, starts };
}

function columns(rows: readonly Row[]): MemberColumns {
  const header = Float64Array.from(rows, (_, index) => index * 1024);
  return {
    count: rows.length,
    header,
    firstHeader: header,
    data: header.map((offset) => offset + 512),
    size: Float64Array.from(rows, (row) => row.size ?? 0),
    mtime: Float64Array.from(rows, (row) => row.mtime ?? 0),
    mode: Uint32Array.from(rows, (row) => row.mode ?? 0),
    uid: new Float64Array(rows.length),
    gid: new Float64Array(rows.length),
    type: Uint8Array.from(rows, (row) => row.type ?? 0),
    names: text(rows.map((row) => row.name)),
    links: text(rows.map(() => '')),
    devices: new Uint32Array(rows.length),
    pax: text(rows.map(() => '')),
  };
}

const ALL: MemberQuery = { sort: 'stored', descending: false, filter: '' };
const rows: readonly Row[] = [
  { name: 'b/layer.tar', size: 30, mode: 0o644, mtime: 5 },
  { name: 'a/', type: MEMBER_TYPES.indexOf('directory'), mode: 0o755, mtime: 9 },
  { name: 'MANIFEST.json', size: 2, mode: 0o600, mtime: -1 },
  { name: 'a/layer.tar', size: 30, mode: 0o644, mtime: 0.5 },
];
const order = (query: Partial<MemberQuery>): number[] => [...orderMembers(columns(rows), { ...ALL, ...query })];

describe('orderMembers', () => {
  it.each<[Partial<MemberQuery>, number[]]>([
    [{}, [0, 1, 2, 3]],
    [{ descending: true }, [3, 2, 1, 0]],
    [{ sort: 'name' }, [2, 1, 3, 0]],
    [{ sort: 'type', descending: true }, [1, 0, 2, 3]],
    [{ sort: 'size' }, [1, 2, 0, 3]],
    [{ sort: 'size', descending: true }, [0, 3, 2, 1]],
    [{ sort: 'offset', descending: true }, [3, 2, 1, 0]],
    [{ sort: 'mode' }, [2, 0, 3, 1]],
    [{ sort: 'time' }, [2, 3, 0, 1]],
    [{ filter: 'manifest' }, [2]],
    [{ filter: 'LAYER' }, [0, 3]],
    [{ filter: '/^a.+r$/' }, [3]],
    [{ filter: '/(/' }, []],
    [{ filter: '/LAYER\\./', sort: 'name' }, [3, 0]],
    [{ types: ['directory'] }, [1]],
    [{ types: ['file'], filter: 'a/' }, [3]],
  ])('%j', (query, expected) => {
    expect(order(query)).toEqual(expected);
  });

  it('finds text that only looks like a regular expression', () => {
    expect([...orderMembers(columns([{ name: 'x/(/y' }, { name: 'x' }]), { ...ALL, filter: '/(/' })]).toEqual([0]);
  });

  it('reads names that are not ASCII', () => {
    const names = columns([{ name: 'é/Ž.txt' }, { name: 'طبقة' }, { name: 'a' }]);
    expect([...orderMembers(names, { ...ALL, filter: 'ž' })]).toEqual([0]);
    expect([...orderMembers(names, { ...ALL, sort: 'name' })]).toEqual([2, 0, 1]);
  });

  it('agrees with a stable sort of objects', () => {
    const row = fc.record({
      name: fc.string({ maxLength: 4 }).filter((name) => !/\p{Surrogate}/u.test(name)),
      size: fc.nat(3),
      mtime: fc.double({ noNaN: true, min: -2, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom('name', 'size', 'time'), fc.boolean(), (list, sort, descending) => {
        const key = (index: number): string | number => {
          const item = list[index];
          return item === undefined ? 0 : sort === 'name' ? item.name : sort === 'size' ? item.size : item.mtime;
        };
        const expected = list
          .map((_, index) => index)
          .sort((a, b) => (descending ? -1 : 1) * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
        expect([...orderMembers(columns(list), { ...ALL, sort, descending })]).toEqual(expected);
      }),
    );
  });
});
