import { parseJson } from '../bytes/json';
import type { ByteSource } from '../bytes/source';
import type { Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import { MEMBER_TYPES, type MemberColumns } from '../model/members';
import { MARKERS, archiveFiles, type ArchiveFiles } from '../tar/files';

/** Why nothing can be made of a member that should be a document. */
type Useless = 'empty' | 'nowhere' | 'unreadable' | 'nothing';

/**
 * The members of a tar as files below `root`. Of a name that is there more than once, the first member counts where it is a document
 * and the last, which unpacking leaves, is of no use: then there is something to show, and `tar-first-read` says so.
 */
export async function readFirsts(
  source: ByteSource,
  columns: MemberColumns,
  root: string,
): Promise<{ files: ArchiveFiles; diagnostics: readonly Diagnostic[] }> {
  const { files, diagnostics } = archiveFiles(source, columns, root);
  const below = root === '' ? '' : `${root}/`;
  const names = [...MARKERS].map((name) => below + name);
  // Of very many, only some are listed.
  for (const { code, path = '' } of diagnostics) {
    if (code === 'tar-duplicate-member' && path.startsWith(below)) names.push(path);
  }
  const found: Diagnostic[] = [];
  for (const path of new Set(names)) {
    const name = path.slice(below.length);
    const [first, ...others] = files.members(name);
    if (first === undefined || others.length === 0 || !(await isOfUse(source, columns, first))) continue;
    const why = await useless(files, name);
    if (why === null) continue;
    const details = { count: others.length + 1, why };
    const offset = columns.header[first] ?? 0;
    found.push({ code: 'tar-first-read', severity: 'warning', path, details, offset });
  }
  if (found.length === 0) return { files, diagnostics };
  const again = archiveFiles(source, columns, root, firstReads(found));
  return { files: again.files, diagnostics: [...again.diagnostics, ...found] };
}

/** The names, from the tar's top, of which the first member is the one that is read. */
export function firstReads(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(diagnostics.flatMap(({ code, path = '' }) => (code === 'tar-first-read' ? [path] : [])));
}

async function isOfUse(source: ByteSource, columns: MemberColumns, member: number): Promise<boolean> {
  const { data, size, type } = columns;
  const [offset = 0, length = 0] = [data[member], size[member]];
  if (MEMBER_TYPES[type[member] ?? -1] !== 'file' || length === 0 || length > LIMITS.documentBytes) return false;
  if (source.has?.({ offset, length }) === false) return false;
  // Layers are not read for it.
  const [first = 0] = await source.read(offset, 1);
  if (!OPENING.has(first)) return false;
  return listsSomething(parseJson(await source.read(offset, length), '').value);
}

/** Braces, and what may be before them: white space, a byte order mark. */
const OPENING: ReadonlySet<number> = new Set([0x7b, 0x5b, 0x20, 0x09, 0x0a, 0x0d, 0xef]);

/** Why nothing can be made of the member that counts; null when something can. */
async function useless(files: ArchiveFiles, name: string): Promise<Useless | null> {
  const content = await files.readDocument(name);
  if (!content) return 'nowhere';
  if (!content.ok) return 'unreadable';
  if (content.bytes.length === 0) return 'empty';
  const { value } = parseJson(content.bytes, '');
  if (value === undefined) return 'unreadable';
  return listsSomething(value) ? null : 'nothing';
}

/** Whether a document has something in it; an index, something that it lists. */
function listsSomething(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const listed: unknown = 'manifests' in value ? value.manifests : value;
  return typeof listed === 'object' && listed !== null && Object.keys(listed).length > 0;
}
