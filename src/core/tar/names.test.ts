import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTarget, misleadingName, normalPath, unsafeName } from './names';

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

describe('misleadingName', () => {
  it.each([
    ['a\nb', 'control'],
    ['\x1b[31mred', 'control'],
    ['a\u009b31m', 'control'],
    ['a\x7f', 'control'],
    ['invoice\u202efdp.exe', 'invisible'],
    ['a\u2066b', 'invisible'],
    ['pass\u200bwd', 'invisible'],
    ['pass\u200dwd', 'invisible'],
    ['a\u{e0041}', 'invisible'],
    ['\ufeffa', 'invisible'],
    // joined signs and letters are as they look
    ['\u{1f468}\u200d\u{1f469}', null],
    ['\u0645\u06cc\u200c\u0631\u0648\u062f', null],
    ['طبقة/layer.tar', null],
    ['a\0b', null],
  ])('of %j is %s', (name, expected) => {
    const bytes = new TextEncoder().encode(name);
    expect(misleadingName(new Uint8Array(), bytes)).toBe(expected);
    expect(misleadingName(bytes, new Uint8Array())).toBe(expected);
  });
});
