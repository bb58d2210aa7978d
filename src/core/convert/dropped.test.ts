import { describe, expect, it } from 'vitest';
import { droppedFields } from './dropped';

const json = (value: unknown) => ({ bytes: new TextEncoder().encode(JSON.stringify(value)) });
const dropped = (from: unknown, to: unknown): string[] => droppedFields(json(from), json(to));

describe('what one document says and another has no place for', () => {
  it('names a subtree once, by its pointer', () => {
    expect(dropped({ config: { Healthcheck: { Test: ['NONE'] }, Cmd: ['a'] } }, { config: { Cmd: ['b'] } })).toEqual([
      '/config/Healthcheck',
    ]);
    expect(dropped({ a: 1, b: { c: 2 } }, {})).toEqual(['']);
    expect(dropped({ a: 1, b: { c: 2 } }, { z: 0, y: 1 })).toEqual(['/a', '/b']);
  });

  it('a value that differs, a type too, is not dropped', () => {
    expect(dropped({ a: 1, b: 'x', c: { d: 1 } }, { a: 2, b: ['y'], c: 7 })).toEqual([]);
  });

  it('an empty value says nothing, nor does an object of them; a set does', () => {
    const empty = { a: null, b: '', c: [], d: {}, e: false, f: 0, g: { Hostname: '', Env: null, Tty: false } };
    expect(dropped({ ...empty, ports: { '80/tcp': {} } }, { kept: 1 })).toEqual(['/ports']);
    expect(dropped({ a: [1], b: { c: 1 } }, { a: [], b: { c: null }, d: 1 })).toEqual(['/a', '/b']);
  });

  it('elements of lists correspond by position', () => {
    expect(dropped({ l: [{ a: 1 }, { a: 1, b: 2 }, { a: 3 }] }, { l: [{ a: 1 }, { a: 1 }] })).toEqual([
      '/l/1/b',
      '/l/2',
    ]);
  });

  it('pointers are escaped', () => {
    expect(dropped({ m: { 'a/b': 1, '~c': 2, d: 3 } }, { m: { d: 3 } })).toEqual(['/m/a~1b', '/m/~0c']);
  });

  it('only so many are listed', () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, 1]));
    expect(dropped({ ...many }, { z: 1 })).toHaveLength(1_000);
  });

  it('bytes that are no JSON say nothing', () => {
    expect(droppedFields({ bytes: new Uint8Array([0x7b]) }, json({}))).toEqual([]);
  });
});
