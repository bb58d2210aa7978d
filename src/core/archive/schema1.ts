import { sha256 } from '../bytes/hash';
import { parseJson } from '../bytes/json';
import type { Diagnostic } from '../errors';
import { checkSignature } from '../formats/jws';
import { compatibilityPath, readSchema1 } from '../formats/schema1';
import { compatibilityDocuments } from '../formats/schema1Image';
import { schema1IdOrigins } from '../formats/schema1Ids';
import { readSigned, type JwsSignature } from '../formats/schema1Payload';
import { LIMITS } from '../limits';
import type { Document } from '../model/archive';
import type { Schema1Facts, SignatureCheck } from '../model/schema1';

export interface Schema1Inspection {
  readonly facts: readonly Schema1Facts[];
  /** The documents that are strings inside of the manifests. */
  readonly documents: readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything that is found out of the schema 1 manifests among the documents: what they state, their signatures, what is wrong. */
export async function inspectSchema1(documents: readonly Document[]): Promise<Schema1Inspection> {
  const facts: Schema1Facts[] = [];
  const inside: Document[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const document of documents.filter(({ kind }) => kind === 'schema1-manifest')) {
    const found = await inspect(document, facts.length < LIMITS.signedDocuments);
    facts.push(found.facts);
    for (const each of found.documents) inside.push(each);
    for (const each of found.diagnostics) diagnostics.push(each);
  }
  return { facts, documents: inside, diagnostics };
}

async function inspect(document: Document, canCheck: boolean) {
  const { id, path, bytes } = document;
  const { name, tag, architecture, steps, signatures, diagnostics: found } = readSchema1(document);
  const signed = readSigned(bytes, signatures, path);
  const { payload } = signed;
  const checks: SignatureCheck[] = [];
  for (const signature of signed.signatures) {
    if (document.redacted) checks.push(unchecked(signature, 'redacted'));
    else checks.push(canCheck ? await checkSignature(signature) : unchecked(signature, 'too-many'));
  }
  const origins = await schema1IdOrigins(document, { config: null, diffIds: [] });
  const facts: Schema1Facts = {
    document: id,
    name,
    tag,
    architecture,
    payloadDigest: payload && (await sha256(payload)),
    payloadSize: payload?.length ?? null,
    signatures: checks,
    entries: steps.map(({ index, blobSum, compatibility, v1, throwaway }, i) => ({
      document: compatibility && compatibilityPath(id, index),
      blobSum,
      id: v1?.id ?? null,
      idKind: origins[i]?.kind ?? null,
      throwaway,
    })),
  };
  const deprecated: Diagnostic = { code: 'schema1-deprecated', severity: 'warning', path, details: {} };
  return {
    facts,
    documents: await compatibilityDocuments(document),
    diagnostics: [
      deprecated,
      ...found,
      ...signed.diagnostics,
      ...(payload && payload !== bytes && !document.redacted ? outsideFindings(document, payload) : []),
      ...checks.flatMap((check, i) => checkFindings(check, i, path)),
    ],
  };
}

/** A signature of one document too many, or of bytes that are others by now. */
function unchecked({ header, format }: JwsSignature, reason: 'too-many' | 'redacted'): SignatureCheck {
  return {
    outcome: 'unknown',
    reason,
    algorithm: header?.alg ?? null,
    keyFrom: null,
    kid: header?.kid ?? null,
    fingerprint: null,
    time: format?.time ?? null,
  };
}

/**
 * Docker's registry reads what the signatures cover, containers/image the whole document: they must say the same, the
 * signatures left out. Compared as values, because that is what both tools go by.
 */
function outsideFindings({ bytes, path }: Document, payload: Uint8Array): Diagnostic[] {
  const whole = parseJson(bytes, path).value;
  const covered = parseJson(payload, path).value;
  if (typeof whole !== 'object' || whole === null) return [];
  const rest = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== 'signatures'));
  if (JSON.stringify(rest) === JSON.stringify(covered)) return [];
  return [{ code: 'schema1-outside-payload', severity: 'error', path, details: {} }];
}

function checkFindings(check: SignatureCheck, index: number, path: string): Diagnostic[] {
  const { reason, kid, fingerprint, algorithm } = check;
  const signature = index + 1;
  const found: Diagnostic[] = [];
  if (reason === 'does-not-fit') {
    const details = { signature, algorithm: algorithm ?? '' };
    found.push({ code: 'schema1-signature-invalid', severity: 'error', path, details });
  }
  if (kid !== null && fingerprint !== null && kid !== fingerprint) {
    const details = { signature, kid, fingerprint };
    found.push({ code: 'schema1-key-name-differs', severity: 'warning', path, details });
  }
  return found;
}
