import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTarget, normalPath, unsafeName } from './names';

describe('normalPath', () => {
  it.each([
    ['a', 'a'],
    ['a/b.json', 'a/b.json'],
    ['.wh.x/.a', '.wh.x/.a'],
    ['./a', 'a'],
    ['./a//b///c/', 'a/b/c'],
    ['a/./b', 'a/b'],
    ['.', ''],
    ['./', ''],
    ['', ''],
    ['...', '...'],
    ['__proto__', '__proto__'],
    ['/a', null],
    ['..', null],
    ['a/../b', null],
    ['a/..', null],
    ['a\\b', null],
    ['a\0b', null],
  ])('%j is %j', (path, expected) => expect(normalPath(path)).toBe(expected));

  it('has nothing left to do on its own result, and agrees with unsafeName', () => {
    const path = fc
      .array(fc.constantFrom('a', '.', '..', '', 'b.c', '.d', '\\', 'é'), { maxLength: 6 })
      .map((parts) => parts.join('/'));
    fc.assert(
      fc.property(path, (text) => {
        const normal = normalPath(text);
        if (normal !== null) expect(normalPath(normal)).toBe(normal);
        expect(unsafeName(new Uint8Array(), new TextEncoder().encode(text)) === null).toBe(normal !== null);
      }),
    );
  });
});

describe('linkTarget', () => {
  it.each([
    ['a/layer.tar', '../b.tar', 'b.tar'],
    ['a/layer.tar', '../b/layer.tar', 'b/layer.tar'],
    ['layer.tar', 'b.tar', 'b.tar'],
    ['a/b', './c//d', 'a/c/d'],
    ['a/b', '..', ''],
    ['a/b', '../../c', null],
    ['a', '..', null],
    ['a/b', '/c', null],
    ['a/b', '', null],
  ])('from %j, %j leads to %j', (from, link, expected) => expect(linkTarget(from, link)).toBe(expected));
});

describe('unsafeName', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  it.each([
    ['', '/a', 'absolute'],
    ['/p', 'a', 'absolute'],
    ['p', '/a', null],
    ['..', 'a', 'parent'],
    ['p', 'a/..', 'parent'],
    ['p', '..a/b..', null],
  ])('of prefix %j and name %j is %j', (prefix, name, expected) =>
    expect(unsafeName(bytes(prefix), bytes(name))).toBe(expected),
  );
});
