import type { Digest } from './digest';
import type { V1IdKind } from './v1Id';

/** The blob that stands for a step without a layer: the gzip of 1,024 zero bytes, an empty tar. */
export const EMPTY_BLOB = 'sha256:a3ed95caeb02ffe68cdd9fd84406680ae93d633cb16422d00e8a7c22955b46d4';

/** Its bytes, as the registry clients that began with it made them: no compressor gives them again. */
export const EMPTY_BLOB_BYTES: Uint8Array<ArrayBuffer> = Uint8Array.from([
  0x1f, 0x8b, 0x08, 0x00, 0x00, 0x09, 0x6e, 0x88, 0x00, 0xff, 0x62, 0x18, 0x05, 0xa3, 0x60, 0x14, 0x8c, 0x58, 0x00,
  0x08, 0x00, 0x00, 0xff, 0xff, 0x2e, 0xaf, 0xb5, 0xef, 0x00, 0x04, 0x00, 0x00,
]);

/** Whether a signature fits the bytes that it covers. `valid` says nothing about who signed. */
export const SIGNATURE_OUTCOMES = ['valid', 'invalid', 'unknown'] as const;
export type SignatureOutcome = (typeof SIGNATURE_OUTCOMES)[number];

/** Why a signature is invalid or cannot be checked. */
export const SIGNATURE_REASONS = [
  /** The key says no: other bytes were signed, or by another key. */
  'does-not-fit',
  /** It, or what it says of the payload, cannot be read. */
  'malformed',
  'algorithm',
  'no-key',
  'key-unreadable',
  /** Outside of a secure context (HTTPS or this very machine) browsers have no WebCrypto. */
  'no-web-crypto',
  'too-many',
  /** Values were replaced when the snapshot was made. */
  'redacted',
] as const;
export type SignatureReason = (typeof SIGNATURE_REASONS)[number];

export interface SignatureCheck {
  readonly outcome: SignatureOutcome;
  /** Null when valid. */
  readonly reason: SignatureReason | null;
  /** As stated: `ES256`. */
  readonly algorithm: string | null;
  /** Where the key was: a JSON web key, or the first certificate of a chain, which is not followed. */
  readonly keyFrom: 'jwk' | 'x5c' | null;
  /** The key's name as stated. */
  readonly kid: string | null;
  /** Its name by libtrust's rule, from the key itself; null when the key could not be read. */
  readonly fingerprint: string | null;
  /** When it was made, as stated by the signer. */
  readonly time: string | null;
}

/** What is found out of one schema 1 manifest when it is opened. */
export interface Schema1Facts {
  /** Id of the document. */
  readonly document: string;
  readonly name: string | null;
  readonly tag: string | null;
  readonly architecture: string | null;
  /** What a registry names it by: sha256 of the signed bytes, of an unsigned one of the whole; null when the signatures do not say which bytes these are. */
  readonly payloadDigest: Digest | null;
  readonly payloadSize: number | null;
  readonly signatures: readonly SignatureCheck[];
  /** Base first, steps without a layer among them. */
  readonly entries: readonly Schema1Entry[];
}

export interface Schema1Entry {
  /** Id of the document that its `v1Compatibility` is; null when there is none. */
  readonly document: string | null;
  readonly blobSum: Digest | null;
  readonly id: string | null;
  /** How the ID came about, as far as it can be told without the layers' bytes: of those, the layer's facet says it. */
  readonly idKind: V1IdKind | null;
  readonly throwaway: boolean;
}
