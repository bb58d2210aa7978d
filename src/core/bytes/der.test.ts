import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subjectPublicKeyInfo } from './der';

const certificates = rootCertificates.map((pem) => new X509Certificate(pem));
const [first] = certificates;

describe('the public key of a certificate', () => {
  it('is what Node finds, in each certificate that Node trusts', () => {
    expect(certificates.length).toBeGreaterThan(50);
    for (const { raw, publicKey, subject } of certificates) {
      const key = publicKey.export({ type: 'spki', format: 'der' });
      expect(Buffer.from(subjectPublicKeyInfo(raw) ?? []).equals(key), subject).toBe(true);
    }
  });

  it('is not found in one that is cut, nor in anything else', () => {
    const raw = new Uint8Array(first?.raw ?? []);
    for (let length = 0; length < raw.length; length++)
      expect(subjectPublicKeyInfo(raw.subarray(0, length))).toBeNull();
    fc.assert(fc.property(fc.uint8Array(), (bytes) => subjectPublicKeyInfo(bytes) === null));
  });

  it('is looked for in a damaged one without throwing', () => {
    const raw = new Uint8Array(first?.raw ?? []);
    fc.assert(
      fc.property(fc.nat(raw.length - 1), fc.integer({ min: 0, max: 255 }), (at, value) => {
        subjectPublicKeyInfo(Uint8Array.from(raw, (byte, i) => (i === at ? value : byte)));
      }),
    );
  });
});
