import type { ReactNode } from 'react';
import { useReading } from './context';

/** Leads to another document. */
export function DocumentLink({ id, children }: { id: string; children: ReactNode }): ReactNode {
  const reading = useReading();
  const target = { kind: 'document', id } as const;
  return (
    <a
      href={reading.href(target)}
      onClick={(event) => {
        event.preventDefault();
        reading.follow(target);
      }}
    >
      {children}
    </a>
  );
}
