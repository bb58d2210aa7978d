import fc from 'fast-check';
import { expect, it } from 'vitest';
import { damage, damaged } from '../testing/damage';
import { readFixture } from '../testing/readFixture';
import { goStringify, parseExact } from './goJson';
import { parseJson } from './json';
import { decodeText } from './jsonText';
import { jsonTree } from './jsonTree';
import { walkJson } from './jsonWalk';

const quiet = { open() {}, key() {}, scalar() {}, close() {} };

/** All readers of JSON over the same bytes: none may throw, and all must agree whether it is JSON. */
function read(bytes: Uint8Array): void {
  const { value, diagnostics } = parseJson(bytes, 'a.json');
  const isJson = value !== undefined;
  expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(!isJson);
  const decoded = decodeText(bytes);
  const text = decoded.ok ? decoded.text : null;
  expect(text !== null && walkJson(text, quiet) === null).toBe(isJson);
  expect(text !== null && jsonTree(text) !== null).toBe(isJson);
  const exact = parseExact(bytes);
  if (!isJson) expect(exact).toBeNull();
  else expect(parseJson(goStringify(exact), 'again.json').value).not.toBeUndefined();
}

it('no bytes make a reader throw, or readers disagree', () => {
  const token = fc.oneof(
    fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"\\ud800"', '"__proto__"', '"', '\\', '-0', '1e999', 'null'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const tokens = fc.array(token, { maxLength: 20 }).map((parts) => new Uint8Array(Buffer.from(parts.join(''))));
  fc.assert(fc.property(fc.oneof(fc.uint8Array(), tokens), read), { numRuns: Number(process.env['RUNS'] ?? 1000) });
});

it('nor does any damage to the documents of real images', async () => {
  const documents: Uint8Array[] = [];
  for (const file of ['small.docker28-save.tar', 'multiarch.buildx-oci-attest.tar', 'small.skopeo-dir-v2s1.tar'])
    documents.push(...(await readFixture(file)).archive.documents.map(({ bytes }) => bytes));
  const suffered = fc.array(damage, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.nat(documents.length - 1), suffered, (index, damages) => {
      read(damaged(documents[index] ?? new Uint8Array(), damages));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 500) },
  );
});
