import { expect, it } from 'vitest';
import { handInText, readHandIn } from './handIn';

it('reads back what it writes, as people copy it', () => {
  const text = handInText({ done: 7, seat: 17 });
  expect(text).toMatch(/^7\/12 · seat 17 · [\da-f]{4}$/);
  expect(readHandIn(text)).toEqual({ done: 7, seat: 17 });
  expect(readHandIn(` ${text.toUpperCase().replaceAll('·', '-')} `)).toEqual({ done: 7, seat: 17 });
  expect(readHandIn(text.replaceAll(' · ', ' '))).toEqual({ done: 7, seat: 17 });
  expect(readHandIn(`\u2066${text}\u2069`.replace('17', '١٧'))).toEqual({ done: 7, seat: 17 });
});

it('sees every wrong digit', () => {
  const text = handInText({ done: 10, seat: 243 });
  for (let at = 0; at < text.length; at++) {
    if (!/[\da-f]/.test(text[at] ?? '') || text.slice(at).startsWith('eat')) continue;
    for (const digit of '0123456789abcdef') {
      if (digit === text[at]) continue;
      expect(readHandIn(text.slice(0, at) + digit + text.slice(at + 1))).toBeNull();
    }
  }
  expect(readHandIn(text.replace('243', '423'))).toBeNull();
  expect(readHandIn('')).toBeNull();
});
