import { foldCase } from '../bytes/json';
import { reading, state, type StatingContext } from '../formats/statements/context';
import { LIMITS } from '../limits';
import type { Archive, Document } from '../model/archive';
import type { Statement } from '../model/integrity';

/** Names that Go takes for one field, all of one object in one row; and names that only Go takes for a field. */
export function* keyStatements(
  { diagnostics }: Pick<Archive, 'diagnostics'>,
  { documents }: StatingContext,
): Generator<Statement> {
  const repeated = new Map<string, { place: KeyPlace; names: string[] }>();
  for (const { code, path = '', details } of diagnostics) {
    const [key, pointer] = [`${details['key']}`, `${details['pointer'] ?? ''}`];
    const place = { document: documents.get(path), path, pointer };
    if (code === 'json-key-case') yield keyStatement('key-case', place, `${details['meant']}`, [key]);
    if (code !== 'json-duplicate-key') continue;
    const object = `${path}#${pointer.slice(0, pointer.lastIndexOf('/'))} ${foldCase(key)}`;
    const others = repeated.get(object);
    if (others) repeated.set(object, { place, names: [...others.names, key] });
    else repeated.set(object, { place, names: [`${details['other']}`, key] });
  }
  for (const { place, names } of repeated.values())
    yield keyStatement('repeated-key', place, names.at(-1) ?? '', names);
}

interface KeyPlace {
  readonly document: Document | undefined;
  readonly path: string;
  readonly pointer: string;
}

function keyStatement(
  kind: 'key-case' | 'repeated-key',
  { document, path, pointer }: KeyPlace,
  claimed: string,
  names: readonly string[],
): Statement {
  const isShort = names.every(({ length }) => length <= LIMITS.pointerCharacters);
  const span = pointer !== '' && isShort ? document?.span : null;
  const proof = span ? ({ by: 'keys', span, pointer, names: [...new Set([claimed, ...names])] } as const) : null;
  // One writer did that in `manifest.json`, and nothing but Go reads it there.
  const isRead = kind === 'key-case' && document?.kind === 'archive-manifest';
  const fact = reading(names.join(', '), isRead ? 'tolerated' : 'ambiguous', proof);
  return state({ kind, about: 'document', document: document?.id ?? null, pointer, target: path, claimed, fact });
}
