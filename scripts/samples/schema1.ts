import { createECDH, createHash, createPublicKey } from 'node:crypto';
import { libtrustName, signDocument, type Signer } from '../../src/core/testing/signSchema1';

/** The key is made of these words, so that the sample is the same on every run. Like that of skopeo, it is nobody's: it proves the bytes alone. */
const KEY_WORDS = 'a key for the sample hello-s1';
/** When: as the image was made. */
const SIGNED = '2023-11-14T22:13:22Z';
/** How many points the curve P-256 has. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * A manifest as `skopeo copy --format v2s1` writes it into a folder, as a registry would give it: with the name and tag that a folder does not
 * have, and signed with a key that stays the same, where skopeo makes a new one each time.
 */
export function asServed(written: string, name: string, tag: string): Promise<string> {
  const head = '{"name":"","tag":"",';
  const end = written.indexOf(',"signatures":');
  if (!written.startsWith(head) || end < 0) throw new Error('skopeo writes its schema 1 manifests otherwise');
  const payload = `{"name":"${name}","tag":"${tag}",${written.slice(head.length, end)}}`;
  return signDocument(payload, [fixedSigner()], { time: SIGNED });
}

function fixedSigner(): Signer {
  const secret = scalar(KEY_WORDS);
  const point = times(secret);
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((each) => each.toString('base64url'));
  const key = { crv: 'P-256', kty: 'EC', x: x ?? '', y: y ?? '' };
  const spki = createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'der' });
  const { crv, kty } = key;
  return {
    alg: 'ES256',
    jwk: { crv, kid: libtrustName(spki), kty, x: key.x, y: key.y },
    spki,
    sign: (bytes) => Promise.resolve(signature(bytes, secret).toString('base64url')),
  };
}

/** An ECDSA signature, whose number that should be drawn by chance is made of what is signed instead. */
function signature(bytes: Uint8Array, secret: bigint): Buffer {
  const chance = scalar(Buffer.concat([Buffer.from(KEY_WORDS), bytes]));
  const r = numberOf(times(chance).subarray(1, 33)) % ORDER;
  const s = (power(chance, ORDER - 2n) * (numberOf(createHash('sha256').update(bytes).digest()) + r * secret)) % ORDER;
  return Buffer.concat([bytesOf(r), bytesOf(s)]);
}

/** So many times the base point of the curve: 04, then both coordinates. */
function times(number: bigint): Buffer {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(bytesOf(number));
  return curve.getPublicKey();
}

function scalar(words: string | Buffer): bigint {
  return (numberOf(createHash('sha256').update(words).digest()) % (ORDER - 1n)) + 1n;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) result = (((result * result) % ORDER) * (bit === '1' ? base : 1n)) % ORDER;
  return result;
}

const numberOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);
const bytesOf = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(64, '0'), 'hex');
