/** A digest as documents write it, `algorithm:encoded`. Not yet checked: see {@link parseDigest}. */
export type Digest = string;

export interface ParsedDigest {
  readonly algorithm: string;
  readonly encoded: string;
}

const GRAMMAR = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([a-zA-Z0-9=_-]+)$/;
const HEX_LENGTH: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/** Reads a digest by the OCI descriptor grammar; null when the text is not one (also for a registered algorithm with a wrong length). */
export function parseDigest(text: string): ParsedDigest | null {
  const match = GRAMMAR.exec(text);
  if (!match) return null;
  const [, algorithm = '', encoded = ''] = match;
  const length = HEX_LENGTH[algorithm];
  if (length !== undefined && !(encoded.length === length && /^[0-9a-f]+$/.test(encoded))) return null;
  return { algorithm, encoded };
}

/** The algorithm in the name of a blob: `blobs/<algorithm>/<encoded>`, or in a `dir:` by the length of its hexadecimal; null for any other name. */
export function algorithmOfName(path: string): string | null {
  const named = /^blobs\/([^/]+)\/[^/]+$/.exec(path)?.[1];
  if (named !== undefined) return named;
  const encoded = /^([0-9a-f]+)(?:\.manifest\.json)?$/.exec(path)?.[1];
  return Object.entries(HEX_LENGTH).find(([, length]) => length === encoded?.length)?.[0] ?? null;
}

/** The digest that the name of a blob says; null for any name that says none. */
export function digestOfName(path: string): Digest | null {
  const algorithm = algorithmOfName(path);
  const encoded = path.slice(path.lastIndexOf('/') + 1).replace(/\.manifest\.json$/, '');
  return algorithm && `${algorithm}:${encoded}`;
}

/** The part after the colon, or the text itself when there is none. */
export function encodedPart(digest: Digest): string {
  return digest.slice(digest.indexOf(':') + 1);
}
