import { MEMBER_TYPES, type MemberColumns, type MemberType } from '../model/members';
import type { Span } from '../model/source';
import { normalPath } from './names';
import { textReader } from './text';

/** Members by normalised name. Names that leave the archive or are not UTF-8 are not in it. */
export class MemberIndex {
  /** The member of each name that counts: the last one, or the first of those in `firsts`. */
  private readonly taken = new Map<string, number>();
  /** All members of names that occur more than once, in stored order. */
  private readonly all = new Map<string, number[]>();
  private children: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(
    private readonly columns: MemberColumns,
    /** Names of which the first member counts. */
    firsts: ReadonlySet<string> = new Set(),
  ) {
    const nameAt = textReader(columns.names);
    for (let member = 0; member < columns.count; member++) {
      const name = normalPath(nameAt(member));
      if (name === null || name === '' || name.includes('\ufffd')) continue;
      const before = this.taken.get(name);
      if (before === undefined || !firsts.has(name)) this.taken.set(name, member);
      if (before === undefined) continue;
      const members = this.all.get(name);
      if (members) members.push(member);
      else this.all.set(name, [before, member]);
    }
  }

  names(): Iterable<string> {
    return this.taken.keys();
  }

  repeated(): Iterable<[string, readonly number[]]> {
    return this.all;
  }

  /** All members of a name, in stored order. */
  members(name: string): readonly number[] {
    const only = this.taken.get(name);
    return this.all.get(name) ?? (only === undefined ? [] : [only]);
  }

  *links(): Iterable<[string, number]> {
    for (const entry of this.taken) {
      const type = this.type(entry[1]);
      if (type === 'symlink' || type === 'hardlink') yield entry;
    }
  }

  /** The member of that name that counts, or the last one before member `before` when it comes later. */
  find(name: string, before = Infinity): number | undefined {
    const member = this.taken.get(name);
    if (member === undefined || member < before) return member;
    return this.all.get(name)?.findLast((each) => each < before);
  }

  type(member: number): MemberType {
    return MEMBER_TYPES[this.columns.type[member] ?? -1] ?? 'other';
  }

  span(member: number): Span {
    return { offset: this.columns.data[member] ?? 0, length: this.columns.size[member] ?? 0 };
  }

  /** Names of what is directly in each folder ('' is the top), also in folders that have no member of their own. */
  folders(): ReadonlyMap<string, readonly string[]> {
    if (this.children) return this.children;
    const children = new Map<string, string[]>([['', []]]);
    const placed = new Set<string>(['']);
    for (const name of this.taken.keys()) {
      for (let child = name; !placed.has(child);) {
        placed.add(child);
        const slash = child.lastIndexOf('/');
        const folder = slash < 0 ? '' : child.slice(0, slash);
        const siblings = children.get(folder);
        if (siblings) siblings.push(child.slice(slash + 1));
        else children.set(folder, [child.slice(slash + 1)]);
        child = folder;
      }
    }
    this.children = children;
    return children;
  }
}
