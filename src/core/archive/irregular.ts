import { byJq, reading, state, type StatingContext } from '../formats/statements/context';
import type { Diagnostic } from '../errors';
import type { Archive, Document } from '../model/archive';
import type { Proof, Statement } from '../model/integrity';
import { spanKey, type Span } from '../model/source';
import type { KnownBytes } from '../verify/verify';
import { TELLING_FIELDS } from './conflicts';

/** The same bytes stored under more than one name: nothing is wrong, but room is. */
export function* duplicateStatements(
  blobs: readonly { path: string; span: Span }[],
  { documents }: StatingContext,
  { measured, inHand }: KnownBytes,
): Generator<Statement> {
  const first = new Map<string, { path: string; key: string }>();
  for (const { path, span } of blobs) {
    const key = spanKey(span);
    const digest = inHand.get(key) ?? measured.get(key)?.stored['sha256'];
    // The marks of v1 layers are the same three bytes by design.
    if (digest === undefined || documents.get(path)?.kind === 'v1-version') continue;
    const other = first.get(digest);
    if (!other) first.set(digest, { path, key });
    else if (other.key !== key) {
      const proof = { by: 'hash', algorithm: 'sha256', span, unpack: 'none' } as const;
      const fact = reading(digest, 'repeated', proof);
      yield state({ kind: 'duplicate', about: 'blob', target: path, claimed: other.path, fact });
    }
  }
}

/** What nothing points at, what is two things at once, and what is there twice under one name. */
export function* irregularStatements(
  archive: Pick<Archive, 'orphans' | 'diagnostics'>,
  { documents }: StatingContext,
): Generator<Statement> {
  for (const { path, document } of archive.orphans) {
    const kind = documents.get(document ?? '')?.kind ?? null;
    const proof = { by: 'list', name: path } as const;
    const about = kind === null ? 'blob' : 'document';
    yield state({ kind: 'orphan', about, document, target: path, fact: reading(kind ?? '', 'unreferenced', proof) });
  }
  for (const diagnostic of archive.diagnostics) {
    const row = fromDiagnostic(diagnostic, documents);
    if (row) yield row;
  }
}

function fromDiagnostic(
  { code, path = '', details }: Diagnostic,
  documents: StatingContext['documents'],
): Statement | null {
  const document = documents.has(path) ? path : null;
  const base = { document, target: path } as const;
  switch (code) {
    case 'manifest-ambiguous': {
      const fact = reading(`${details['fields'] ?? ''}`, 'ambiguous', fieldsProof(documents.get(path)));
      return state({ ...base, kind: 'conflict', about: 'document', claimed: `${details['allowed'] ?? ''}`, fact });
    }
    default:
      return null;
  }
}

function fieldsProof(document: Document | undefined): Proof | null {
  if (!document) return null;
  const telling = TELLING_FIELDS.map((field) => `"${field}"`).join(', ');
  const program = `[to_entries[] | select(.value != null) | .key | ascii_downcase | select(IN(${telling}))] | unique | join(" ")`;
  return byJq(document, program, 'keys(JSON)');
}
