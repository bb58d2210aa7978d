import { describe, expect, it } from 'vitest';
import {
  certificateOf,
  libtrustName,
  newSigner,
  signDocument,
  SIGNING_ALGORITHMS,
  type SignatureParts,
  type Signer,
} from '../testing/signSchema1';
import { checkSignature } from './jws';
import { readSigned, type JwsSignature } from './schema1Payload';

const text = '{\n   "schemaVersion": 1,\n   "name": "اسم"\n}';
const signers = new Map<string, Promise<Signer>>();
const signer = (alg: Signer['alg'], name = ''): Promise<Signer> => {
  const known = signers.get(alg + name) ?? newSigner(alg);
  signers.set(alg + name, known);
  return known;
};

async function signed(by: Signer, parts?: SignatureParts, change = (document: string) => document) {
  return firstOf(change(await signDocument(text, [by], parts)));
}

function firstOf(document: string): JwsSignature {
  const { signatures } = JSON.parse(document) as { signatures: unknown[] };
  const [first] = readSigned(Buffer.from(document), signatures, 'manifest.json').signatures;
  if (!first) throw new Error('no signature');
  return first;
}

describe.each(SIGNING_ALGORITHMS)('a signature by %s', (alg) => {
  it('fits what was signed, by the key with it', async () => {
    const by = await signer(alg);
    const check = await checkSignature(await signed(by));
    expect(check).toMatchObject({ outcome: 'valid', reason: null, algorithm: alg, keyFrom: 'jwk' });
    expect(check).toMatchObject({ fingerprint: libtrustName(by.spki), time: '2015-06-01T12:00:00Z' });
  });

  it('fits by the key of the first certificate, whatever the other key is', async () => {
    const by = await signer(alg);
    const { jwk } = await signer(alg, 'other');
    const check = await checkSignature(await signed(by, { header: { jwk, x5c: [certificateOf(by.spki), 'x'] } }));
    expect(check).toMatchObject({ outcome: 'valid', keyFrom: 'x5c', fingerprint: libtrustName(by.spki) });
  });

  it('does not fit when the document was changed', async () => {
    const changed = (document: string): string => document.replace('"schemaVersion": 1', '"schemaVersion": 2');
    const check = await checkSignature(await signed(await signer(alg), {}, changed));
    expect(check).toMatchObject({ outcome: 'invalid', reason: 'does-not-fit' });
  });

  it('does not fit when only a space was changed', async () => {
    const changed = (document: string): string => document.replace('"schemaVersion": 1', '"schemaVersion":\t1');
    const check = await checkSignature(await signed(await signer(alg), {}, changed));
    expect(check).toMatchObject({ outcome: 'invalid', reason: 'does-not-fit' });
  });

  it('does not fit by another key', async () => {
    const { jwk, spki } = await signer(alg, 'other');
    const check = await checkSignature(await signed(await signer(alg), { header: { jwk } }));
    expect(check).toMatchObject({ outcome: 'invalid', reason: 'does-not-fit', fingerprint: libtrustName(spki) });
  });
});

describe('a signature that cannot be checked', () => {
  it.each<[string, object, string]>([
    ['no algorithm', { alg: 'none' }, 'algorithm'],
    ['a shared secret', { alg: 'HS256' }, 'algorithm'],
    ['a name that objects have', { alg: '__proto__' }, 'algorithm'],
    ['no key', { jwk: undefined }, 'no-key'],
    ['a point that is not on the curve', { jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } }, 'key-unreadable'],
    ['a curve of another algorithm', { alg: 'ES384' }, 'key-unreadable'],
    ['a key of another kind', { alg: 'RS256' }, 'key-unreadable'],
    ['a key that is too long', { jwk: { kty: 'RSA', n: 'A'.repeat(5000), e: 'AQAB' } }, 'key-unreadable'],
    ['a certificate that is none', { x5c: ['AAAA'] }, 'key-unreadable'],
  ])('has %s', async (_, header, reason) => {
    const check = await checkSignature(await signed(await signer('ES256'), { header }));
    expect(check).toMatchObject({ outcome: 'unknown', reason, fingerprint: null });
  });

  it('is one where the browser has no WebCrypto', async () => {
    const given = await signed(await signer('ES256'));
    expect(await withoutWebCrypto(() => checkSignature(given))).toMatchObject({
      outcome: 'unknown',
      reason: 'no-web-crypto',
    });
  });

  it('is invalid when it is no signature', async () => {
    const document = (await signDocument(text, [await signer('ES256')])).replace(
      /"signature":"[^"]*"/,
      '"signature":"*"',
    );
    expect(await checkSignature(firstOf(document))).toMatchObject({ outcome: 'invalid', reason: 'malformed' });
  });
});

async function withoutWebCrypto<T>(run: () => Promise<T>): Promise<T> {
  const kept = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
  Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
  try {
    return await run();
  } finally {
    if (kept) Object.defineProperty(globalThis, 'crypto', kept);
  }
}
