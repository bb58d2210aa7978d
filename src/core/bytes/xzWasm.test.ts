import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { XZ_WASM } from './xzWasm';

it('is the module of the installed package', () => {
  const path = createRequire(import.meta.url).resolve('xz-decompress');
  const found = /"data:application\/wasm;base64,([^"]+)"/.exec(readFileSync(path, 'latin1'))?.[1];
  expect(found !== undefined && XZ_WASM === found).toBe(true);
});
