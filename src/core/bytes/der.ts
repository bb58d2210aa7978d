/** One value of a DER text (ITU-T X.690): its tag, and where it and its content are. */
export interface DerValue {
  readonly tag: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;
/** The explicit tag around a certificate's version. */
const VERSION = 0xa0;
/** Bytes of a length; four say up to 4 GiB. */
const LENGTH_BYTES = 4;

/**
 * The public key of an X.509 certificate as SubjectPublicKeyInfo (RFC 5280 §4.1), which is how WebCrypto takes one in; null for
 * bytes that are no certificate. Nothing else of the certificate is looked at.
 */
export function subjectPublicKeyInfo(certificate: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const outer = valueAt(certificate, 0, certificate.length);
  const signed = outer?.tag === SEQUENCE ? valueAt(certificate, outer.content, outer.end) : null;
  if (signed?.tag !== SEQUENCE) return null;
  let next = valueAt(certificate, signed.content, signed.end);
  if (next?.tag === VERSION) next = valueAt(certificate, next.end, signed.end);
  // serial number, algorithm, issuer, validity, subject, key
  for (const tag of [INTEGER, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE]) {
    if (next?.tag !== tag) return null;
    next = valueAt(certificate, next.end, signed.end);
  }
  return next?.tag === SEQUENCE ? new Uint8Array(certificate.subarray(next.start, next.end)) : null;
}

/** The value at `start` that ends by `limit`; null when there is none, or its tag or length is not as DER writes them. */
export function valueAt(bytes: Uint8Array, start: number, limit: number): DerValue | null {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || first === 0x80) return null;
  let content = start + 2;
  let length = first;
  if (first > 0x80) {
    const count = first & 0x7f;
    if (count > LENGTH_BYTES || content + count > limit) return null;
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[content++] ?? 0);
  }
  const end = content + length;
  return end <= limit ? { tag, start, content, end } : null;
}

/** The values inside of another one, in order, at most `most` of them; it ends where one cannot be read. */
export function valuesIn(bytes: Uint8Array, { content, end }: DerValue, most: number): DerValue[] {
  const values: DerValue[] = [];
  for (let next = valueAt(bytes, content, end); next && values.length < most; next = valueAt(bytes, next.end, end)) {
    values.push(next);
  }
  return values;
}
