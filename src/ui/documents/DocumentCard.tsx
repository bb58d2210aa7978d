import { useId, type ReactNode } from 'react';
import './DocumentCard.css';

/** What is known of a document beyond its text. `rows` are {@link CardRow}s. */
export function DocumentCard({
  title,
  rows,
  children,
}: {
  title: ReactNode;
  rows: ReactNode;
  children?: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className="document-card" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <dl>{rows}</dl>
      {children}
    </section>
  );
}

export function CardRow({ name, children }: { name: ReactNode; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
