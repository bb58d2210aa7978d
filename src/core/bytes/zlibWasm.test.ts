import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { ZLIB_WASM } from './zlibWasm';

it('is the module of the installed package', () => {
  const path = createRequire(import.meta.url).resolve('zlib-streams/zlib-streams.wasm');
  expect(ZLIB_WASM === readFileSync(path).toString('base64')).toBe(true);
});
