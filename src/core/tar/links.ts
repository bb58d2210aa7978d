import { LIMITS } from '../limits';
import { textAt, type MemberColumns } from '../model/members';
import type { MemberIndex } from './memberIndex';
import { linkTarget, normalPath } from './names';

/** Where a name leads once links are followed. */
export type Resolved =
  | { readonly ok: true; readonly member: number; readonly via: readonly string[] }
  | { readonly ok: false; readonly problem: LinkProblem };

/** `not-a-file`: a folder, device or other thing that has no bytes to read as they stand. `loop`: more than LIMITS.linkHops links. */
export type LinkProblem = 'missing' | 'outside' | 'not-a-file' | 'loop';

/** Follows symbolic and hard links from member to member, inside the archive only. */
export class LinkResolver {
  constructor(
    private readonly columns: MemberColumns,
    private readonly index: MemberIndex,
  ) {}

  /** Follows a normalised name; `start` when it is not the last member of that name that is meant. */
  resolve(name: string, start = this.index.find(name)): Resolved {
    const via: string[] = [];
    let path = name;
    let member = start;
    for (;;) {
      const type = member === undefined ? undefined : this.index.type(member);
      if (member !== undefined && type === 'file') return { ok: true, member, via };
      if (via.length === LIMITS.linkHops) return { ok: false, problem: 'loop' };

      let target: string | null;
      let before: number | undefined;
      if (member === undefined) {
        const folder = this.linkedFolder(path);
        if (!folder) return { ok: false, problem: this.index.folders().has(path) ? 'not-a-file' : 'missing' };
        via.push(folder.name);
        const into = linkTarget(folder.name, this.linkOf(folder.member));
        const rest = path.slice(folder.name.length + 1);
        target = into === null ? null : into === '' ? rest : `${into}/${rest}`;
      } else if (type === 'symlink') {
        via.push(path);
        target = linkTarget(path, this.linkOf(member));
      } else if (type === 'hardlink') {
        // A hard link is to a file that is already there when the tar is unpacked.
        before = member;
        via.push(path);
        target = normalPath(this.linkOf(member));
      } else return { ok: false, problem: 'not-a-file' };

      if (target === null) return { ok: false, problem: 'outside' };
      path = target;
      member = this.index.find(target, before);
    }
  }

  /** The nearest folder above `path` that is a symbolic link. */
  private linkedFolder(path: string): { name: string; member: number } | null {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const name = path.slice(0, slash);
      const member = this.index.find(name);
      if (member !== undefined && this.index.type(member) === 'symlink') return { name, member };
    }
    return null;
  }

  /** The stored target of a link. */
  linkOf(member: number): string {
    return textAt(this.columns.links, member);
  }

  /** A text that is equal for two members of one name when it makes no difference which of them a tool takes. */
  placeOf(name: string, member: number): string {
    const type = this.index.type(member);
    if (type !== 'file' && type !== 'symlink' && type !== 'hardlink') return type;
    const resolved = this.resolve(name, member);
    if (!resolved.ok) return `${type} ${this.linkOf(member)}`;
    const { offset, length } = this.index.span(resolved.member);
    return length === 0 ? 'empty' : `${offset}`;
  }
}
