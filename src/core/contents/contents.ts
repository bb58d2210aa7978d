import * as v from 'valibot';
import { fromBase64, isPlainBase64 } from '../bytes/base64';
import { parseJson } from '../bytes/json';
import type { Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import type { Contents, Meant, Wrapper } from '../model/contents';
import type { Digest } from '../model/digest';
import { readProvenance } from './provenance';
import { readSbom } from './sbom';
import * as shapes from './shapes';

/** Bytes with the envelopes around them taken off. */
export interface Unwrapped {
  /** Outermost first. */
  readonly wrappers: readonly Wrapper[];
  readonly base64: Contents['base64'];
  readonly signatures: number;
  readonly payloadType: string | null;
  /** The bytes inside; the given ones when there is no envelope. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly value: unknown;
}

/** Opens sigstore bundles and DSSE envelopes, and parses what is inside; null when it is not JSON. No signature is verified. */
export function unwrapContents(bytes: Uint8Array<ArrayBuffer>, path: string): Unwrapped | null {
  const { value } = parseJson(bytes, path);
  if (value === undefined) return null;
  const bundle = v.safeParse(shapes.Bundle, value);
  const inner: unknown = bundle.success ? bundle.output.dsseEnvelope : value;
  const outer: Wrapper[] = bundle.success ? ['sigstore-bundle'] : [];
  const envelope = v.safeParse(shapes.Envelope, inner);
  if (!envelope.success) return { wrappers: outer, base64: null, signatures: 0, payloadType: null, bytes, value };
  const { payload, payloadType, signatures } = envelope.output;
  const decoded = fromBase64(payload);
  const inside = decoded && { bytes: decoded, value: parseJson(decoded, path).value };
  return {
    wrappers: [...outer, 'dsse'],
    base64: isPlainBase64(payload) ? 'plain' : 'other',
    signatures: signatures?.length ?? 0,
    payloadType,
    ...(inside ?? { bytes, value: undefined }),
  };
}

/**
 * What is in one content of an artifact: an in-toto statement with its provenance or SBOM, an SBOM, or the payload of a signature;
 * null when it is none of these. What it says it is about is held against `about`, the digest that the artifact is attached to.
 */
export function readContents(bytes: Uint8Array<ArrayBuffer>, path: string, about: Digest | null): Contents | null {
  const unwrapped = unwrapContents(bytes, path);
  if (!unwrapped) return null;
  const { wrappers, base64, signatures, value } = unwrapped;
  const none = { wrappers, base64, signatures, statement: null, provenance: null, sbom: null, signed: null };
  const statement = v.safeParse(shapes.Statement, value);
  if (statement.success) {
    const { _type: type, subject, predicate } = statement.output;
    const predicateType = statement.output.predicateType ?? '';
    const subjects = (subject ?? []).map(({ name, digest }) => {
      const digests = Object.entries(digest ?? {}).map(([algorithm, hex]) => `${algorithm}:${hex}`);
      return { name: name ?? '', digests: digests.slice(0, LIMITS.contentsListed), meant: compare(digests, about) };
    });
    return {
      ...none,
      statement: {
        type,
        predicateType,
        subjects: subjects.slice(0, LIMITS.contentsListed),
        subjectCount: subjects.length,
        meant: worstMeant(subjects.map(({ meant }) => meant)),
      },
      provenance: readProvenance(predicateType, predicate),
      sbom: readSbom(predicate),
    };
  }
  const sbom = readSbom(value);
  if (sbom) return { ...none, sbom };
  const payload = v.safeParse(shapes.SimpleSigning, value);
  if (payload.success) {
    const { identity, image, type } = payload.output.critical;
    const digest = image['docker-manifest-digest'] ?? null;
    return {
      ...none,
      signed: {
        reference: identity?.['docker-reference'] ?? null,
        digest,
        type: type ?? null,
        meant: compare(digest === null ? [] : [digest], about),
      },
    };
  }
  return wrappers.length > 0 ? none : null;
}

function compare(digests: readonly Digest[], about: Digest | null): Meant {
  if (about === null) return 'unknown';
  if (digests.includes(about)) return 'matches';
  const algorithm = about.slice(0, about.indexOf(':') + 1);
  return digests.some((each) => each.startsWith(algorithm)) ? 'differs' : 'unknown';
}

/** Of a statement about several things: one that is meant is enough. */
function worstMeant(meant: readonly Meant[]): Meant {
  return meant.includes('matches') ? 'matches' : meant.includes('differs') ? 'differs' : 'unknown';
}

/**
 * Which digest a document says that it is about, and where in it (RFC 6901): of several things, the one that is meant, or else the
 * first that can be compared. Null when none can.
 */
export function saidAbout(
  { statement, signed }: Contents,
  about: Digest,
): { readonly digest: Digest; readonly pointer: string } | null {
  if (signed && signed.digest !== null && signed.meant !== 'unknown') {
    return { digest: signed.digest, pointer: '/critical/image/docker-manifest-digest' };
  }
  const at = statement?.subjects.findIndex(({ meant }) => meant !== 'unknown' && meant === statement.meant) ?? -1;
  const algorithm = about.slice(0, about.indexOf(':'));
  const digest = statement?.subjects[at]?.digests.find((each) => each.startsWith(`${algorithm}:`));
  return digest === undefined ? null : { digest, pointer: `/subject/${at}/digest/${algorithm}` };
}

/** Says when a document in an artifact is about something else than what the artifact is attached to; null when it is not. */
export function meantFinding(contents: Contents, path: string, about: Digest | null): Diagnostic | null {
  const { statement, signed } = contents;
  if (about === null || (statement?.meant !== 'differs' && signed?.meant !== 'differs')) return null;
  const says = saidAbout(contents, about)?.digest ?? '';
  return { code: 'attached-to-other', severity: 'warning', path, details: { attached: about, says } };
}
