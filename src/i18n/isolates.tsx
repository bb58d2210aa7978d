import type { ReactNode } from 'react';
import { visible } from './visible';

/** A technical token: left-to-right and English for a screen reader, in any language. One line of tokens is one `Code`. */
export function Code({ children, className }: { children: ReactNode; className?: string }): ReactNode {
  return (
    <code dir="ltr" lang="en" className={className}>
      {typeof children === 'string' ? visible(children) : children}
    </code>
  );
}

/** Text that people typed (file names, tags, authors): its own direction, invisible characters shown. */
export function Name({ children, className }: { children: string; className?: string }): ReactNode {
  return (
    <bdi className={className} dir="auto">
      {visible(children)}
    </bdi>
  );
}

/** A path: left-to-right as a whole, each segment in its own direction, invisible characters shown. */
export function Path({ children, className }: { children: string; className?: string }): ReactNode {
  return (
    <code dir="ltr" lang="en" className={className}>
      {visible(children)
        .split('/')
        .flatMap((segment, index) => [
          ...(index > 0 ? ['/'] : []),
          segment === '' ? '' : <bdi key={`${index}`}>{segment}</bdi>,
        ])}
    </code>
  );
}

/** A number with a Latin unit or word: one left-to-right run, so that it is not turned around in Arabic text. */
export function Ltr({ children, className }: { children: ReactNode; className?: string }): ReactNode {
  return (
    <bdi dir="ltr" className={className}>
      {children}
    </bdi>
  );
}
