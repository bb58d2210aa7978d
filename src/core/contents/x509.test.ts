import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { certificateOf, derCertificate, pemCertificates } from './x509';

const PEM = `-----BEGIN CERTIFICATE-----
MIICPjCCAeOgAwIBAgIUCL6MMtDQoHxlaoTujhh2nqhwlx8wCgYIKoZIzj0EAwIw
PDELMAkGA1UEBhMCTUExFTATBgNVBAoMDFNvdWsgw4lwaWNlczEWMBQGA1UEAwwN
YXRsYXMuZXhhbXBsZTAgFw0yNjExMjYyMTM5NDFaGA8yMDgxMDgyOTIxMzk0MVow
PDELMAkGA1UEBhMCTUExFTATBgNVBAoMDFNvdWsgw4lwaWNlczEWMBQGA1UEAwwN
YXRsYXMuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEEOiQgLumi0
GEJu4NcSQyAtZFc2sU2FDxpenA7/trS+dpBPpbmwu820J+ySMfBwK3P9A75n+DGt
yzB85lJSTzOjgcAwgb0wHQYDVR0OBBYEFCZTpi6h9lMQhpYZeGqbfwhDg3MxMB8G
A1UdIwQYMBaAFCZTpi6h9lMQhpYZeGqbfwhDg3MxMA8GA1UdEwEB/wQFMAMBAf8w
agYDVR0RBGMwYYINYXRsYXMuZXhhbXBsZYIPKi5hdGxhcy5leGFtcGxlhwQKAAAH
hxAgAQ24AAAAAAAAAAAAAAABgQ9hQGF0bGFzLmV4YW1wbGWGFmh0dHBzOi8vYXRs
YXMuZXhhbXBsZS8wCgYIKoZIzj0EAwIDSQAwRgIhAMavPz9irABUveRR3fAGeVzC
YZksZXrb1NOVu2t4jQ4RAiEAzEpVe+pDThfi0vZOX+AtJ2GoH03taU/Z8wdVwYDX
cAI=
-----END CERTIFICATE-----
`;

describe('a certificate', () => {
  it('says what Node reads in each one that Node trusts', () => {
    expect(rootCertificates.length).toBeGreaterThan(50);
    for (const pem of rootCertificates) {
      const node = new X509Certificate(pem);
      const ours = certificateOf(node.raw);
      expect(ours, node.subject).not.toBeNull();
      if (!ours) continue;
      const names = (text: string): string[] => text.split(/\n/);
      for (const line of names(node.subject).filter((each) => /^(?:CN|O|OU|C|L|ST)=[\x20-\x7e]*$/.test(each)))
        expect(ours.subject).toContain(line.replaceAll('\\', ''));
      expect(new Date(ours.notBefore ?? '')).toEqual(new Date(node.validFrom));
      expect(new Date(ours.notAfter ?? '')).toEqual(new Date(node.validTo));
      expect(ours.serial.replace(/^0+/, '').toUpperCase()).toBe(node.serialNumber.replace(/^0+/, ''));
      expect(ours.isAuthority).toBe(node.ca);
      const { publicKey } = node;
      expect(ours.algorithm.slice(0, 2).toLowerCase()).toBe(publicKey.asymmetricKeyType?.slice(0, 2));
      const modulus = publicKey.asymmetricKeyDetails?.modulusLength;
      if (modulus !== undefined) expect(ours.keyBits).toBe(modulus);
    }
  });

  it('has its names', () => {
    const found = pemCertificates(`a comment\n${PEM}${PEM}`);
    expect(found).toMatchObject({ count: 2, stored: 'pem' });
    expect(found?.certificates[1]).toMatchObject({
      subject: 'C=MA, O=Souk Épices, CN=atlas.example',
      issuer: 'C=MA, O=Souk Épices, CN=atlas.example',
      names: [
        'atlas.example',
        '*.atlas.example',
        '10.0.0.7',
        '2001:db8:0:0:0:0:0:1',
        'a@atlas.example',
        'https://atlas.example/',
      ],
      nameCount: 6,
      algorithm: 'EC P-256',
      keyBits: 256,
    });
    const { raw } = new X509Certificate(PEM);
    expect(derCertificate(raw, raw.length)?.certificates[0]?.notAfter).toBe(found?.certificates[0]?.notAfter);
  });

  it('is not found in one that is cut or changed, whatever is changed', () => {
    const { raw } = new X509Certificate(PEM);
    for (let length = 0; length < raw.length; length++)
      expect(derCertificate(raw.subarray(0, length), length)).toBeNull();
    for (let at = 0; at < raw.length; at++) {
      const changed = Uint8Array.from(raw);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      const look = certificateOf(changed);
      if (look) expect(look.names.length).toBeLessThan(20);
    }
    expect(pemCertificates('-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----\n')).toBeNull();
  });
});
