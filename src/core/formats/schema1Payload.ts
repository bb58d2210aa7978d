import * as v from 'valibot';
import { fromBase64 } from '../bytes/base64';
import { parseJson } from '../bytes/json';
import type { Diagnostic } from '../errors';
import { LIMITS } from '../limits';

const text = v.nullish(v.string());
const Header = v.object({
  alg: text,
  kid: text,
  jwk: v.nullish(v.record(v.string(), v.unknown())),
  x5c: v.nullish(v.array(v.string())),
});
const Signature = v.object({ header: v.nullish(Header), signature: text, protected: text });

/** What a signature says of the bytes that it covers (libtrust jsonsign.go, "protected"). */
const Format = v.object({
  formatLength: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  formatTail: v.string(),
  time: text,
});

/** One signature as it stands, and the bytes that it says it covers. */
export interface JwsSignature {
  readonly header: v.InferOutput<typeof Header> | null;
  readonly signature: string | null;
  readonly protected: string | null;
  readonly format: { readonly length: number; readonly tail: Uint8Array; readonly time: string | null } | null;
  /** The document's first `formatLength` bytes and `formatTail`; null when it does not say which. */
  readonly payload: Uint8Array<ArrayBuffer> | null;
}

export interface Signed {
  readonly signatures: readonly JwsSignature[];
  /** The bytes that all signatures cover; of an unsigned document all; null when the signatures do not agree on them. */
  readonly payload: Uint8Array | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Why a signature cannot be read; the words are in the catalogues. */
export type MalformedSignature =
  | 'too-many'
  | 'shape'
  | 'protected-not-base64url'
  | 'protected-not-json'
  | 'length-out-of-range'
  | 'tail-not-base64url';

/**
 * The signatures of a schema 1 document and the bytes that they are over: never the JSON written again, because every space
 * counts (libtrust jsonsign.go, ParsePrettySignature).
 */
export function readSigned(bytes: Uint8Array, signatures: readonly unknown[], path: string): Signed {
  if (signatures.length === 0) return { signatures: [], payload: bytes, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const malformed = (signature: number, reason: MalformedSignature): void => {
    const details = { signature, reason };
    diagnostics.push({ code: 'schema1-signature-malformed', severity: 'error', path, details });
  };
  const limit = LIMITS.signaturesPerDocument;
  const read: JwsSignature[] = [];
  for (const [i, value] of signatures.slice(0, limit).entries()) {
    const { problem, ...signature } = readSignature(bytes, value, read);
    read.push(signature);
    if (problem !== null) malformed(i + 1, problem);
  }
  if (signatures.length > limit) malformed(limit + 1, 'too-many');
  const payload = read[0]?.payload ?? null;
  const agree = signatures.length <= limit && read.every((each) => each.payload !== null && each.payload === payload);
  if (new Set(read.flatMap((each) => each.payload ?? [])).size > 1) {
    const details = { signatures: read.length };
    diagnostics.push({ code: 'schema1-signatures-disagree', severity: 'error', path, details });
  }
  return { signatures: read, payload: agree ? payload : null, diagnostics };
}

type Read = JwsSignature & { readonly problem: MalformedSignature | null };

function readSignature(bytes: Uint8Array, value: unknown, before: readonly JwsSignature[]): Read {
  const shaped = v.safeParse(Signature, value);
  const fields = {
    header: shaped.success ? (shaped.output.header ?? null) : null,
    signature: shaped.success ? (shaped.output.signature ?? null) : null,
    protected: shaped.success ? (shaped.output.protected ?? null) : null,
    format: null,
    payload: null,
  };
  const bad = (problem: MalformedSignature): Read => ({ ...fields, problem });
  if (fields.protected === null) return bad('shape');
  const decoded = fromBase64(fields.protected, 'url');
  if (!decoded) return bad('protected-not-base64url');
  const stated = v.safeParse(Format, parseJson(decoded, '').value);
  if (!stated.success) return bad('protected-not-json');
  const { formatLength: length, formatTail, time = null } = stated.output;
  const tail = fromBase64(formatTail, 'url');
  if (!tail) return bad('tail-not-base64url');
  if (length > bytes.length) return bad('length-out-of-range');
  // One payload for all that agree: it may be large.
  const same = before.find(({ format }) => format?.length === length && equal(format.tail, tail));
  return {
    ...fields,
    format: { length, tail, time },
    payload: same?.payload ?? join(bytes, length, tail),
    problem: null,
  };
}

function join(bytes: Uint8Array, length: number, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  const payload = new Uint8Array(length + tail.length);
  payload.set(bytes.subarray(0, length));
  payload.set(tail, length);
  return payload;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
