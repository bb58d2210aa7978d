import { expect, it } from 'vitest';
import { isRemembered, isTrusted, remember } from './trust';

it.each([
  ['https://a.example', true],
  ['https://b.example', false],
  ['https://a.example:8443', false],
  ['http://a.example', false],
  ['http://localhost:3000', true],
  ['https://127.0.0.1', true],
  ['http://[::1]:8080', true],
  ['http://localhost.evil.example', false],
  ['http://127.0.0.1.evil.example', false],
  ['http://127.0.0.2', false],
  ['null', false],
  ['', false],
])('of %s from https://a.example: %s', (origin, trusted) => {
  expect(isTrusted(origin, 'https://a.example')).toBe(trusted);
});

it('a page without an origin trusts none of the same kind', () => {
  expect(isTrusted('null', 'null')).toBe(false);
});

it('remembers each origin for itself, and nothing where storage is forbidden or holds something else', () => {
  const kept = new Map<string, string>();
  const memory = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  remember(memory, 'https://a.example');
  remember(memory, 'https://b.example');
  remember(memory, 'https://a.example');
  expect(isRemembered(memory, 'https://a.example')).toBe(true);
  expect(isRemembered(memory, 'https://b.example')).toBe(true);
  expect(isRemembered(memory, 'https://c.example')).toBe(false);
  expect([...kept.values()]).toEqual(['["https://a.example","https://b.example"]']);

  const forbidden = (): never => {
    throw new Error('forbidden');
  };
  remember(forbidden, 'https://a.example');
  expect(isRemembered(forbidden, 'https://a.example')).toBe(false);
  for (const odd of ['{', '7', '{"0":"https://a.example"}', '[7]']) {
    expect(isRemembered(() => ({ ...memory(), getItem: () => odd }), 'https://a.example')).toBe(false);
  }
});
