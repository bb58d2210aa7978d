import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newSigner, signDocument } from '../testing/signSchema1';
import { readSigned } from './schema1Payload';

const encoded = (value: object | string): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const covering = (formatLength: unknown, formatTail: unknown = encoded('}')) => ({
  protected: encoded({ formatLength, formatTail }),
});
const read = (bytes: Uint8Array | string, signatures: readonly unknown[]) =>
  readSigned(Buffer.from(bytes), signatures, 'manifest.json');
const reasons = (bytes: string, signatures: readonly unknown[]) =>
  read(bytes, signatures).diagnostics.map(({ code, details }) => details['reason'] ?? code);

describe('the signed bytes', () => {
  it('are the document as it was before it was signed, however it is written', async () => {
    const signers = [await newSigner('ES256'), await newSigner('ES384')];
    const written = fc
      .tuple(
        fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1 }),
        fc.constantFrom('', '\t', '   ', '  '),
        fc.constantFrom('', '\n', '\r\n', ' '),
        fc.constantFrom(1, 2),
      )
      .map(([value, indent, end, count]) => ({ text: JSON.stringify(value, null, indent) + end, count }));
    await fc.assert(
      fc.asyncProperty(written, async ({ text, count }) => {
        const document = await signDocument(text, signers.slice(0, count));
        const { signatures } = JSON.parse(document) as { signatures: unknown[] };
        const signed = read(document, signatures);
        expect(Buffer.from(signed.payload ?? []).toString()).toBe(text);
        expect(signed.diagnostics).toEqual([]);
        expect(signed.signatures).toHaveLength(count);
      }),
      { numRuns: 60 },
    );
  });

  it('of an unsigned document are all of it', () => {
    const bytes = Buffer.from('{"a":1}\n');
    expect(readSigned(bytes, [], 'manifest.json')).toEqual({ signatures: [], payload: bytes, diagnostics: [] });
  });

  it.each<[string, unknown]>([
    ['shape', null],
    ['shape', {}],
    ['shape', { protected: 5 }],
    ['protected-not-base64url', { protected: 'a+/b' }],
    ['protected-not-json', { protected: encoded('{') }],
    ['protected-not-json', covering(-1)],
    ['protected-not-json', covering(1.5)],
    ['protected-not-json', covering(2, null)],
    ['tail-not-base64url', covering(2, '*')],
    ['length-out-of-range', covering(100)],
  ])('cannot be told: %s', (reason, signature) => {
    expect(reasons('{"a":1}', [signature])).toEqual([reason]);
    expect(read('{"a":1}', [signature]).payload).toBeNull();
  });

  it('cannot be told when signatures disagree, or there are too many', () => {
    expect(reasons('{"a":1}', [covering(2), covering(3)])).toEqual(['schema1-signatures-disagree']);
    const many = Array.from({ length: 10_000 }, () => covering(2));
    expect(reasons('{"a":1}', many)).toEqual(['too-many']);
    for (const signatures of [[covering(2), covering(3)], many, [covering(2), {}]]) {
      expect(read('{"a":1}', signatures).payload).toBeNull();
    }
  });

  it('are looked for in anything without throwing', () => {
    const signature = fc.oneof(
      fc.jsonValue(),
      fc.record({
        protected: fc.oneof(
          fc.base64String(),
          fc.jsonValue().map((value) => encoded({ value })),
        ),
      }),
      fc.tuple(fc.integer(), fc.base64String()).map(([length, tail]) => covering(length, tail)),
    );
    fc.assert(
      fc.property(fc.uint8Array(), fc.array(signature), (bytes, signatures) => {
        const { payload, diagnostics } = read(bytes, signatures);
        expect(payload === null).toBe(diagnostics.length > 0);
      }),
    );
  });
});
