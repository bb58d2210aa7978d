import type { ReactNode } from 'react';

/** What is wider than a phone: it scrolls by itself, by keyboard too. */
export function DiffScroll({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    // It may hold nothing else that takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="diff-scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
