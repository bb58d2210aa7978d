import { LIMITS } from '../limits';
import type { Archive } from '../model/archive';
import type { Occurrence, Statement } from '../model/integrity';
import { memberAt } from '../model/members';
import { reading, state, type StatingContext } from '../formats/statements/context';
import { commonRoot, namedFiles, type NamedFiles } from '../tar/files';
import type { Span } from '../model/source';
import { firstReads } from './firstReads';

type Repeating = Pick<Archive, 'members' | 'diagnostics'>;

/** Names that the tar has more than once, so that tools see different bytes: what each member is, and which one counts. */
export function* repeatedStatements(
  archive: Repeating,
  files: NamedFiles,
  { documents }: StatingContext,
): Generator<Statement> {
  for (const { path, members, taken } of repeatedNames(archive, files)) {
    yield state({
      kind: 'repeated-member',
      about: 'member',
      document: documents.has(path) ? path : null,
      target: path,
      claimed: '1',
      fact: reading(`${members.length}`, 'ambiguous', { by: 'list', name: path }),
      occurrences: occurrencesOf(archive, members, taken),
    });
  }
}

/** The bytes of every member whose name is repeated and that is shown, to be hashed. */
export function* repeatedSpans(archive: Repeating): Generator<{ path: string; span: Span }> {
  const root = commonRoot(archive.members);
  for (const { path, members, taken } of repeatedNames(archive, namedFiles(archive.members, root))) {
    for (const { type, offset, size } of occurrencesOf(archive, members, taken)) {
      if (type === 'file') yield { path, span: { offset, length: size } };
    }
  }
}

function* repeatedNames(
  { diagnostics }: Repeating,
  files: NamedFiles,
): Generator<{ path: string; members: readonly number[]; taken: number | undefined }> {
  const below = files.root === '' ? '' : `${files.root}/`;
  const firsts = firstReads(diagnostics);
  for (const { code, path = '' } of diagnostics) {
    if (code !== 'tar-duplicate-member' || !path.startsWith(below)) continue;
    const inside = path.slice(below.length);
    const members = files.members(inside);
    yield { path: inside, members, taken: firsts.has(path) ? members[0] : members.at(-1) };
  }
}

function occurrencesOf(
  { members: columns }: Repeating,
  members: readonly number[],
  taken: number | undefined,
): Omit<Occurrence, 'digest' | 'shell'>[] {
  const first = LIMITS.occurrences - 1;
  return members.flatMap((member, i) => {
    if (i >= first && i < members.length - 1) return [];
    const { type, data, size, link } = memberAt(columns, member);
    return [{ number: i + 1, type, offset: data, size, link: link === '' ? null : link, taken: member === taken }];
  });
}
