import type { Archive } from '../model/archive';
import type { Span } from '../model/source';
import type { Ground } from './rebuild';

/** What is rebuilt. */
export function groundOf({ container, members, size }: Pick<Archive, 'container' | 'members' | 'size'>): Ground {
  return { members, tarSize: container === 'tar' ? size : null };
}

/** The member whose bytes the span is; -1 for none. */
export function memberWith({ members: { data, size } }: Ground, { offset, length }: Span): number {
  return data.findIndex((at, index) => at === offset && size[index] === length);
}
