import type { ByteSource } from '../bytes/source';
import type { Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import { MEMBER_TYPES, type MemberColumns } from '../model/members';
import type { Span } from '../model/source';
import { DiagnosticList } from './diagnosticList';
import { LinkResolver } from './links';
import { MemberIndex } from './memberIndex';
import { normalPath } from './names';
import { textReader } from './text';

/** A path's bytes in the archive. */
export interface FoundFile {
  /** As asked, normalised: relative to the root, no `./`, no `//`. */
  readonly path: string;
  /** The member that holds the bytes. */
  readonly member: number;
  readonly span: Span;
  /** Names in the archive of the links followed, the first being the path's own; empty for a regular file. */
  readonly via: readonly string[];
}

/**
 * A tar as a folder of files. Paths are relative to `root` and normalised. Where a name is repeated, the last member counts, as when
 * a tar is unpacked, but for names of which only the first is of use (`archive/firstReads.ts`). Links are followed inside the archive. Absolute names, `..`, sparse members and names that are not UTF-8 are never matched.
 */
export interface NamedFiles {
  /** The folder of the archive that is taken for its top; '' for the top itself. */
  readonly root: string;
  /** Regular files, and links that lead to one, in stored order. */
  names(): Iterable<string>;
  /** The regular file at `path`, links followed; null when there is none. */
  find(path: string): FoundFile | null;
  /** All members with the name of `path`, in stored order. */
  members(path: string): readonly number[];
  /** Names of what is directly in a folder ('' is the root): files, links and folders, in stored order. */
  children(folder: string): readonly string[];
}

/** Files whose bytes can be read. */
export interface ArchiveFiles extends NamedFiles {
  readonly source: ByteSource;
  /** The bytes of a small file; null when there is none, a diagnostic when it is larger than LIMITS.documentBytes. */
  readDocument(path: string): Promise<DocumentBytes | null>;
}

export type DocumentBytes =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** The members of a tar as files below `root`, and what is odd about their names and links. Of names in `firsts`, from the tar's top, the first member counts. */
export function archiveFiles(
  source: ByteSource,
  columns: MemberColumns,
  root = '',
  firsts?: ReadonlySet<string>,
): { files: ArchiveFiles; diagnostics: Diagnostic[] } {
  const index = new MemberIndex(columns, firsts);
  const resolver = new LinkResolver(columns, index);
  const named = namesIn(index, resolver, root);
  const files: ArchiveFiles = {
    ...named,
    source,
    async readDocument(path) {
      const file = named.find(path);
      if (!file) return null;
      const { offset, length } = file.span;
      if (source.has?.(file.span) === false) return null;
      if (length > LIMITS.documentBytes) {
        const details = { size: length, limit: LIMITS.documentBytes };
        return {
          ok: false,
          diagnostic: { code: 'json-too-large', severity: 'error', details, path: file.path, offset },
        };
      }
      return { ok: true, bytes: await source.read(offset, length) };
    },
  };
  return { files, diagnostics: findings(columns, index, resolver) };
}

/** The members of a tar as files below `root`, by their names alone; `firsts` as for {@link archiveFiles}. */
export function namedFiles(columns: MemberColumns, root = '', firsts?: ReadonlySet<string>): NamedFiles {
  const index = new MemberIndex(columns, firsts);
  return namesIn(index, new LinkResolver(columns, index), root);
}

function namesIn(index: MemberIndex, resolver: LinkResolver, root: string): NamedFiles {
  const below = root === '' ? '' : `${root}/`;
  return {
    root,
    *names() {
      for (const name of index.names()) {
        if (name.startsWith(below) && resolver.resolve(name).ok) yield name.slice(below.length);
      }
    },
    find(path) {
      const normal = normalPath(path);
      if (normal === null || normal === '') return null;
      const resolved = resolver.resolve(below + normal);
      return resolved.ok
        ? { path: normal, member: resolved.member, span: index.span(resolved.member), via: resolved.via }
        : null;
    },
    members(path) {
      const normal = normalPath(path);
      return normal === null ? [] : index.members(below + normal);
    },
    children(folder) {
      const normal = normalPath(folder);
      if (normal === null) return [];
      return index.folders().get(normal === '' ? root : below + normal) ?? [];
    },
  };
}

function findings(columns: MemberColumns, index: MemberIndex, resolver: LinkResolver): Diagnostic[] {
  const diagnostics = new DiagnosticList();
  for (const [name, members] of index.repeated()) {
    const [first, last] = [members[0] ?? 0, members.at(-1) ?? 0];
    if (members.every((member) => resolver.placeOf(name, member) === resolver.placeOf(name, last))) continue;
    const details = { count: members.length, first: columns.header[first] ?? 0 };
    diagnostics.add('tar-duplicate-member', 'warning', details, { path: name, offset: columns.header[last] ?? 0 });
  }
  for (const [name, member] of index.links()) {
    const resolved = resolver.resolve(name);
    if (resolved.ok || resolved.problem === 'not-a-file') continue;
    const code = resolved.problem === 'loop' ? 'tar-link-loop' : 'tar-link-broken';
    const details = { link: resolver.linkOf(member), reason: resolved.problem };
    diagnostics.add(code, 'warning', details, { path: name, offset: columns.header[member] ?? 0 });
  }
  return diagnostics.finish();
}

/** What an image archive has in its top folder: every one has some of these. */
export const MARKERS: ReadonlySet<string> = new Set(['oci-layout', 'index.json', 'manifest.json', 'repositories']);

/**
 * The folder that holds an image's own files when they are not at the top, as when a folder was packed instead of what is in it.
 * '' when they are at the top, when several folders at one depth have such files, or when there are other folders with files.
 */
export function commonRoot(columns: MemberColumns): string {
  const nameAt = textReader(columns.names);
  let roots = new Set<string>();
  let depth = Infinity;
  for (let member = 0; member < columns.count; member++) {
    const stored = nameAt(member);
    if (!MARKERS.has(stored.slice(stored.lastIndexOf('/') + 1))) continue;
    const name = normalPath(stored);
    if (name === null) continue;
    const folders = name.split('/').length - 1;
    if (folders < depth) roots = new Set();
    depth = Math.min(depth, folders);
    if (folders === depth) roots.add(folderOf(name));
  }
  const [root = ''] = roots;
  if (root === '' || roots.size > 1) return '';
  for (let member = 0; member < columns.count; member++) {
    if (MEMBER_TYPES[columns.type[member] ?? -1] === 'directory') continue;
    const name = normalPath(nameAt(member));
    if (name !== null && !name.startsWith(`${root}/`) && folderOf(name) !== folderOf(root)) return '';
  }
  return root;
}

function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}
