import { fromBase64 } from '../bytes/base64';
import { valueAt, valuesIn, type DerValue } from '../bytes/der';
import { hex } from '../bytes/hex';
import { LIMITS } from '../limits';
import type { CertificateLook, CertificatesLook } from '../model/fileLook';

const TAG = { boolean: 0x01, integer: 0x02, oid: 0x06, sequence: 0x30, utcTime: 0x17, generalizedTime: 0x18 } as const;
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
/** Values of one sequence that are read. */
const MOST = 1_000;

/** Short names of attribute types (RFC 4514 §3, RFC 5280 appendix A). */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.97': 'organizationIdentifier',
  '1.2.840.113549.1.9.1': 'emailAddress',
  '0.9.2342.19200300.100.1.25': 'DC',
};
const ALGORITHMS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  '1.2.840.10045.2.1': 'EC',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
};
const CURVES: Readonly<Record<string, { readonly name: string; readonly bits: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', bits: 256 },
  '1.3.132.0.34': { name: 'P-384', bits: 384 },
  '1.3.132.0.35': { name: 'P-521', bits: 521 },
  '1.3.132.0.10': { name: 'secp256k1', bits: 256 },
};
const SUBJECT_ALT_NAME = '2.5.29.17';
const BASIC_CONSTRAINTS = '2.5.29.19';

const PEM = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END/g;

/** The certificates of a PEM text; null when there are none. */
export function pemCertificates(text: string): CertificatesLook | null {
  const certificates: CertificateLook[] = [];
  let count = 0;
  for (const [, body = ''] of text.matchAll(PEM)) {
    count++;
    if (certificates.length >= LIMITS.certificatesShown) continue;
    const bytes = fromBase64(body.replace(/\s+/g, ''));
    const certificate = bytes && certificateOf(bytes);
    if (certificate) certificates.push(certificate);
  }
  return certificates.length > 0 ? { kind: 'certificates', stored: 'pem', certificates, count } : null;
}

/** The certificate that a DER file is; null when it is none. */
export function derCertificate(bytes: Uint8Array, size: number): CertificatesLook | null {
  const outer = valueAt(bytes, 0, bytes.length);
  if (outer?.tag !== TAG.sequence || outer.end !== size) return null;
  const certificate = certificateOf(bytes);
  return certificate && { kind: 'certificates', stored: 'der', certificates: [certificate], count: 1 };
}

/** What an X.509 certificate says (RFC 5280 §4.1); null when the bytes are none. Its signature is not checked. */
export function certificateOf(bytes: Uint8Array): CertificateLook | null {
  const outer = valueAt(bytes, 0, bytes.length);
  const signed = outer?.tag === TAG.sequence ? valueAt(bytes, outer.content, outer.end) : null;
  if (signed?.tag !== TAG.sequence) return null;
  const fields = valuesIn(bytes, signed, MOST);
  if (fields[0]?.tag === VERSION) fields.shift();
  const [serial, , issuer, validity, subject, key, ...rest] = fields;
  if (serial?.tag !== TAG.integer || !issuer || !subject) return null;
  if (validity?.tag !== TAG.sequence || key?.tag !== TAG.sequence) return null;
  const [notBefore, notAfter] = valuesIn(bytes, validity, 2).map((time) => timeOf(bytes, time));
  const extensions = extensionsOf(
    bytes,
    rest.find(({ tag }) => tag === EXTENSIONS),
  );
  const names = altNames(bytes, extensions.get(SUBJECT_ALT_NAME));
  return {
    subject: nameOf(bytes, subject),
    issuer: nameOf(bytes, issuer),
    notBefore: notBefore ?? null,
    notAfter: notAfter ?? null,
    names: names.slice(0, LIMITS.certificateNames),
    nameCount: names.length,
    serial: hex(contentOf(bytes, serial).subarray(0, 64)),
    ...keyOf(bytes, key),
    isAuthority: isAuthority(bytes, extensions.get(BASIC_CONSTRAINTS)),
  };
}

function contentOf(bytes: Uint8Array, { content, end }: DerValue): Uint8Array {
  return bytes.subarray(content, end);
}

/** ISO 8601 in seconds and UTC (RFC 5280 §4.1.2.5); null for any other form. */
function timeOf(bytes: Uint8Array, value: DerValue): string | null {
  const text = latin1(contentOf(bytes, value));
  const short = value.tag === TAG.utcTime;
  const found = (short ? /^(\d\d)(\d{4})(\d{6})Z$/ : /^(\d{4})(\d{4})(\d{6})Z$/).exec(text);
  if (!found || (!short && value.tag !== TAG.generalizedTime)) return null;
  const [, stated = '', day = '', time = ''] = found;
  const year = short ? String(Number(stated) + (Number(stated) < 50 ? 2000 : 1900)) : stated;
  return `${year}-${day.slice(0, 2)}-${day.slice(2)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`;
}

function nameOf(bytes: Uint8Array, name: DerValue): string {
  return valuesIn(bytes, name, MOST)
    .flatMap((set) => valuesIn(bytes, set, MOST))
    .map((pair) => {
      const [type, value] = valuesIn(bytes, pair, 2);
      if (type?.tag !== TAG.oid || !value) return '?';
      const oid = oidOf(contentOf(bytes, type));
      return `${ATTRIBUTES[oid] ?? oid}=${textOf(bytes, value)}`;
    })
    .join(', ');
}

/** UTF8String, BMPString and UniversalString as what they are; of the others Latin letters. */
function textOf(bytes: Uint8Array, value: DerValue): string {
  const content = contentOf(bytes, value);
  if (value.tag === 0x0c) return new TextDecoder().decode(content);
  if (value.tag === 0x1e) return new TextDecoder('utf-16be').decode(content);
  return latin1(content);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** Dotted numbers (X.690 §8.19). */
function oidOf(content: Uint8Array): string {
  const numbers: number[] = [];
  let number = 0;
  for (const byte of content) {
    number = number * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    if (numbers.length === 0) {
      const first = Math.min(2, Math.floor(number / 40));
      numbers.push(first, number - first * 40);
    } else numbers.push(number);
    number = 0;
  }
  return numbers.join('.');
}

function keyOf(bytes: Uint8Array, key: DerValue): Pick<CertificateLook, 'algorithm' | 'keyBits'> {
  const [identifier, bits] = valuesIn(bytes, key, 2);
  const [type, parameter] = identifier ? valuesIn(bytes, identifier, 2) : [];
  const oid = type?.tag === TAG.oid ? oidOf(contentOf(bytes, type)) : '?';
  const algorithm = ALGORITHMS[oid] ?? oid;
  if (algorithm.startsWith('RSA') && bits) {
    // A BIT STRING of a sequence whose first number is the modulus.
    const sequence = valueAt(bytes, bits.content + 1, bits.end);
    const modulus = sequence && valueAt(bytes, sequence.content, sequence.end);
    return { algorithm, keyBits: modulus ? bitsOf(contentOf(bytes, modulus)) : null };
  }
  const curve = parameter?.tag === TAG.oid ? oidOf(contentOf(bytes, parameter)) : null;
  if (algorithm !== 'EC' || curve === null) return { algorithm, keyBits: null };
  const known = CURVES[curve];
  return { algorithm: `EC ${known?.name ?? curve}`, keyBits: known?.bits ?? null };
}

function bitsOf(number: Uint8Array): number {
  const first = number.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (number.length - first) * 8 - (Math.clz32(number[first] ?? 0) - 24);
}

/** The values of the extensions, by their object identifiers. */
function extensionsOf(bytes: Uint8Array, wrapper: DerValue | undefined): ReadonlyMap<string, DerValue> {
  const list = wrapper && valueAt(bytes, wrapper.content, wrapper.end);
  const found = new Map<string, DerValue>();
  for (const extension of list ? valuesIn(bytes, list, MOST) : []) {
    const parts = valuesIn(bytes, extension, 3);
    const [oid, value] = [parts[0], parts.at(-1)];
    const inner = value && valueAt(bytes, value.content, value.end);
    if (oid?.tag === TAG.oid && inner) found.set(oidOf(contentOf(bytes, oid)), inner);
  }
  return found;
}

function isAuthority(bytes: Uint8Array, constraints: DerValue | undefined): boolean {
  const [first] = constraints ? valuesIn(bytes, constraints, 1) : [];
  return first?.tag === TAG.boolean && bytes[first.content] !== 0;
}

/** DNS names, addresses, mail addresses and URIs (RFC 5280 §4.2.1.6). */
function altNames(bytes: Uint8Array, list: DerValue | undefined): string[] {
  return (list ? valuesIn(bytes, list, MOST) : []).flatMap((value) => {
    const content = contentOf(bytes, value);
    switch (value.tag & 0x1f) {
      case 1:
      case 2:
      case 6:
        return [latin1(content)];
      case 7:
        return [addressOf(content)];
      default:
        return [];
    }
  });
}

function addressOf(content: Uint8Array): string {
  if (content.length === 4) return content.join('.');
  const groups = hex(content).match(/.{4}/g) ?? [];
  return groups.map((group) => group.replace(/^0{1,3}/, '')).join(':');
}
