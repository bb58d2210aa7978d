import { textAt, type MemberColumns } from '../model/members';
import type { Span } from '../model/source';
import type { NodeMember } from './layoutModel';

/** The member that holds exactly these bytes; null when there is none. */
export function memberAtSpan(members: MemberColumns, span: Span | null): NodeMember | null {
  if (span === null) return null;
  const index = firstFrom(members.data, span.offset, members.count);
  if (members.data[index] !== span.offset || members.size[index] !== span.length) return null;
  return { index, name: textAt(members.names, index) };
}

/** Whether a member has the name of a path, whatever folder the archive's top is in. */
export function hasPath({ name }: NodeMember, path: string): boolean {
  return name === path || name.endsWith(`/${path}`);
}

/** The first of the ascending `offsets` that is not below `offset`. */
function firstFrom(offsets: Float64Array, offset: number, count: number): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((offsets[middle] ?? Infinity) < offset) from = middle + 1;
    else to = middle;
  }
  return from;
}
