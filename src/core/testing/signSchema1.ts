import { createHash, webcrypto } from 'node:crypto';

/** How each algorithm of a schema 1 signature is made, by WebCrypto's names. */
const METHODS = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  ES512: { name: 'ECDSA', namedCurve: 'P-521', hash: 'SHA-512' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  RS384: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  RS512: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
} as const;
export type SigningAlgorithm = keyof typeof METHODS;
export const SIGNING_ALGORITHMS = ['ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512'] as const;

export interface Signer {
  readonly alg: SigningAlgorithm;
  readonly jwk: Readonly<Record<string, string>>;
  readonly spki: Buffer;
  sign(bytes: Uint8Array): Promise<string>;
}

/** A new key of an algorithm. */
export async function newSigner(alg: SigningAlgorithm): Promise<Signer> {
  const method = METHODS[alg];
  const parameters =
    'namedCurve' in method ? method : { ...method, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };
  const { subtle } = webcrypto;
  const { publicKey, privateKey } = await subtle.generateKey(parameters, true, ['sign', 'verify']);
  const { kty, crv, x, y, n, e } = await subtle.exportKey('jwk', publicKey);
  const known = Object.entries({ kty, crv, x, y, n, e }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return {
    alg,
    jwk: Object.fromEntries(known),
    spki: Buffer.from(await subtle.exportKey('spki', publicKey)),
    sign: async (bytes) =>
      Buffer.from(await subtle.sign(method, privateKey, new Uint8Array(bytes))).toString('base64url'),
  };
}

/** libtrust's name of a key, by the words of its documentation and with none of our code. */
export function libtrustName(spki: Buffer): string {
  const bits = [...createHash('sha256').update(spki).digest().subarray(0, 30)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const letters = (bits.match(/.{5}/g) ?? []).map(
    (five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five, 2)],
  );
  return (letters.join('').match(/.{4}/g) ?? []).join(':');
}

/** The shortest thing that is a certificate in form: all but the key is empty. Nobody signed it. */
export function certificateOf(spki: Buffer): string {
  const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, Buffer.concat(parts));
  const number = (value: number): Buffer => der(0x02, Buffer.of(value));
  const signed = sequence(der(0xa0, number(2)), number(1), ...Array.from({ length: 4 }, () => sequence()), spki);
  return sequence(signed, sequence(), der(0x03, Buffer.of(0))).toString('base64');
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const head = length < 0x80 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}

/** What is said of a signature beside its own bytes. */
export interface SignatureParts {
  readonly header?: object;
  /** What is signed instead of the document. */
  readonly payload?: string;
  readonly time?: string;
}

/**
 * A document with signatures as libtrust writes them: put in after the last member, so that what is before and behind is the
 * document as it was. `text` is a JSON object with at least one member.
 */
export async function signDocument(
  text: string,
  signers: readonly Signer[],
  { header, payload = text, time = '2015-06-01T12:00:00Z' }: SignatureParts = {},
): Promise<string> {
  const length = text.search(/\s*\}\s*$/);
  const head = text.slice(0, length);
  const tail = text.slice(length);
  const format = {
    formatLength: Buffer.byteLength(head),
    formatTail: Buffer.from(tail).toString('base64url'),
    time,
  };
  const covered = Buffer.from(JSON.stringify(format)).toString('base64url');
  const signatures = signers.map(async ({ alg, jwk, sign }) => ({
    header: { jwk, alg, ...header },
    signature: await sign(Buffer.from(`${covered}.${Buffer.from(payload).toString('base64url')}`)),
    protected: covered,
  }));
  return `${head},"signatures":${JSON.stringify(await Promise.all(signatures))}${tail}`;
}
