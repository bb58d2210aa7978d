import type { ReactNode } from 'react';
import './Scroller.css';

/** A box of rows that scrolls by pointer and by keyboard; `attach` gets it. */
export function Scroller({
  className = '',
  label,
  dir,
  attach,
  children,
}: {
  className?: string;
  label: string;
  dir?: 'ltr';
  attach: (element: HTMLElement | null) => void;
  children: ReactNode;
}): ReactNode {
  return (
    // A scroller is reached by keyboard, so that it can be scrolled by it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={`text-scroll ${className}`.trim()} ref={attach} dir={dir} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
