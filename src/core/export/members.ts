import type { Document } from '../model/archive';
import type { DroppedField, ExportContent, ExportEntry } from '../model/export';

/** One member of what is written, with the document that it is. */
export interface Member {
  readonly entry: ExportEntry;
  readonly document?: Document;
}

/** What one target comes to. */
export interface Planned {
  readonly members: readonly Member[];
  readonly dropped: readonly DroppedField[];
  /** Names of the image for which there is no place. */
  readonly droppedNames: readonly string[];
}

/** What a writer puts into a member's header. */
export interface Attributes {
  readonly mode: number;
  readonly mtime: number;
}

/** A document at its place in the target. */
export function documentMember(document: Document, attributes: Attributes, path = document.path): Member {
  const content = { kind: 'bytes', bytes: document.bytes } as const;
  return { ...fileMember(path, content, attributes), document: { ...document, path } };
}

export function fileMember(path: string, content: ExportContent, attributes: Attributes): Member {
  return { entry: { type: 'file', path, content, ...attributes } };
}

/** A folder; the slash at the end of its name is the packer's. */
export function folderMember(path: string, attributes: Attributes): Member {
  return { entry: { type: 'directory', path, ...attributes } };
}

export function linkMember(path: string, link: string, attributes: Attributes): Member {
  return { entry: { type: 'symlink', path, link, ...attributes } };
}

/** The members in the order in which Go walks a folder: by name, what is in a folder right after it. */
export function walked(members: readonly Member[]): Member[] {
  const names = new Map(members.map((member) => [member, member.entry.path.split('/')]));
  return members.toSorted((a, b) => compareNames(names.get(a) ?? [], names.get(b) ?? []));
}

function compareNames(a: readonly string[], b: readonly string[]): number {
  for (const [i, name] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (name !== other) return name < other ? -1 : 1;
  }
  return a.length - b.length;
}

/** Each path once: layers may be the same bytes. */
export function distinct(members: readonly Member[]): Member[] {
  const paths = new Set<string>();
  return members.filter(({ entry: { path } }) => !paths.has(path) && paths.add(path));
}
