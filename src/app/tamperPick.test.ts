import { describe, expect, it } from 'vitest';
import { letterAt, lineWith, maskOf } from './tamperPick';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a letter to change', () => {
  it('is the first one of a word', () => {
    expect(letterAt(bytes('#!/x\n12 a bc look here'))).toBe(13);
    expect(letterAt(bytes('#!/usr/bin/node\nlet value'))).toBe(20);
    expect(letterAt(bytes('/etc/motd'))).toBe(5);
    expect(letterAt(bytes('word'))).toBe(0);
    expect(letterAt(bytes('1 2 3 abc'))).toBe(-1);
    expect(letterAt(bytes(''))).toBe(-1);
  });

  it('becomes another letter', () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') {
      const code = letter.charCodeAt(0);
      expect(String.fromCharCode(code ^ maskOf(code))).toMatch(/[a-z]/i);
    }
    expect(maskOf(0)).toBe(1);
  });

  it('is shown in its line', () => {
    const text = bytes('one\ntwo looking\nthree');
    expect(lineWith(text, 8, 0x0e)).toEqual({ number: 2, start: 'two ', was: 'l', is: 'b', end: 'ooking' });
    expect(lineWith(text, 3, 1)).toMatchObject({ number: 1, start: 'one', end: '' });
    expect(lineWith(bytes('a\u0000b'), 2, 1)).toBeNull();
    expect(lineWith(bytes('é'), 1, 1)).toMatchObject({ number: 1 });
  });
});
