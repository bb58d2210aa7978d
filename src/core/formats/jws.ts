import * as v from 'valibot';
import { fromBase64, toBase32, toBase64Url } from '../bytes/base64';
import { subjectPublicKeyInfo } from '../bytes/der';
import { sha256Bytes } from '../bytes/hash';
import { LIMITS } from '../limits';
import type { SignatureCheck, SignatureReason } from '../model/schema1';
import type { JwsSignature } from './schema1Payload';

/** The algorithms that libtrust signs with (RFC 7518 §3.1), as WebCrypto calls them. */
const ALGORITHMS = new Map<string, { readonly name: string; readonly hash: string; readonly namedCurve?: string }>([
  ['ES256', { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' }],
  ['ES384', { name: 'ECDSA', hash: 'SHA-384', namedCurve: 'P-384' }],
  ['ES512', { name: 'ECDSA', hash: 'SHA-512', namedCurve: 'P-521' }],
  ['RS256', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }],
  ['RS384', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' }],
  ['RS512', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' }],
]);

/** Of 64 bits: WebCrypto takes none larger. */
const EXPONENT_CHARACTERS = 12;
const number = v.pipe(v.string(), v.maxLength(LIMITS.publicKeyBytes));
/** The parts of a JSON web key that make up a public key (RFC 7517, RFC 7518 §6). Others may not even be read. */
const PublicJwk = v.variant('kty', [
  v.object({ kty: v.literal('EC'), crv: v.string(), x: number, y: number }),
  v.object({ kty: v.literal('RSA'), n: number, e: v.pipe(v.string(), v.maxLength(EXPONENT_CHARACTERS)) }),
]);

type Key = { readonly jwk: v.InferOutput<typeof PublicJwk> } | { readonly spki: Uint8Array<ArrayBuffer> };

/**
 * Checks one signature over its own payload with its own key: that of the first certificate when it has a chain, as libtrust
 * does, otherwise the JSON web key. Never throws.
 */
export async function checkSignature(signature: JwsSignature): Promise<SignatureCheck> {
  const { subtle } = crypto;
  const { header, payload, format } = signature;
  const algorithm = header?.alg ?? null;
  const keyFrom = header?.x5c?.length ? 'x5c' : header?.jwk ? 'jwk' : null;
  const stated = {
    algorithm,
    keyFrom,
    kid: textOf(header?.jwk?.['kid']) ?? header?.kid ?? null,
    fingerprint: null,
    time: format?.time ?? null,
  } as const;
  const because = (reason: SignatureReason, fingerprint: string | null = null): SignatureCheck => {
    const outcome = reason === 'malformed' || reason === 'does-not-fit' ? 'invalid' : 'unknown';
    return { ...stated, outcome, reason, fingerprint };
  };
  const bytes = fromBase64(signature.signature ?? '', 'url');
  if (!payload || !bytes || bytes.length === 0 || signature.protected === null) return because('malformed');
  if (!subtle) return because('no-web-crypto');
  const method = ALGORITHMS.get(algorithm ?? '');
  if (!method) return because('algorithm');
  if (keyFrom === null) return because('no-key');
  const source = keyFrom === 'x5c' ? certificateKey(header?.x5c?.[0]) : jsonKey(header?.jwk);
  if (!source) return because('key-unreadable');
  try {
    const key =
      'jwk' in source
        ? await subtle.importKey('jwk', source.jwk, method, true, ['verify'])
        : await subtle.importKey('spki', source.spki, method, true, ['verify']);
    const fingerprint = await keyFingerprint(new Uint8Array(await subtle.exportKey('spki', key)));
    const isValid = await subtle.verify(method, key, bytes, signedBytes(signature.protected, payload));
    return isValid ? { ...stated, outcome: 'valid', reason: null, fingerprint } : because('does-not-fit', fingerprint);
  } catch {
    return because('key-unreadable');
  }
}

/** What is signed: the protected header as it is written, a full stop, the payload in base64url (RFC 7515 §5.2). */
function signedBytes(header: string, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = new TextEncoder().encode(`${header}.`);
  const encoded = toBase64Url(payload);
  const bytes = new Uint8Array(start.length + encoded.length);
  bytes.set(start);
  bytes.set(encoded, start.length);
  return bytes;
}

function jsonKey(jwk: unknown): Key | null {
  const read = v.safeParse(PublicJwk, jwk);
  return read.success ? { jwk: read.output } : null;
}

function certificateKey(certificate: string | undefined): Key | null {
  if (certificate === undefined || certificate.length > LIMITS.certificateBytes) return null;
  const der = fromBase64(certificate, 'standard');
  const spki = der && subjectPublicKeyInfo(der);
  return spki && spki.length <= LIMITS.publicKeyBytes ? { spki } : null;
}

const FINGERPRINT_BYTES = 30;

/** The name of a key by libtrust's rule (key.go): 240 bits of the sha256 of its SubjectPublicKeyInfo, twelve groups of four in base32. */
async function keyFingerprint(spki: Uint8Array): Promise<string> {
  const digest = await sha256Bytes(spki);
  return (toBase32(digest.subarray(0, FINGERPRINT_BYTES)).match(/.{4}/g) ?? []).join(':');
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
