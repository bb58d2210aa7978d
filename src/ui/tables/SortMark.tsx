import type { ReactNode } from 'react';

/** Which way a column is sorted; the words for it are the heading's `aria-sort`. */
export function SortMark({ sorted }: { sorted: false | 'asc' | 'desc' }): ReactNode {
  return (
    <svg className="sort-mark" viewBox="0 0 8 12" width="8" height="12" aria-hidden="true">
      {sorted === 'desc' ? null : <path d="M4 1 7 5H1Z" opacity={sorted === 'asc' ? 1 : 0.35} />}
      {sorted === 'asc' ? null : <path d="M4 11 1 7H7Z" opacity={sorted === 'desc' ? 1 : 0.35} />}
    </svg>
  );
}
