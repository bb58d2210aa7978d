import type { ReactNode } from 'react';
import type { ColumnId } from '../../core/model/representation';
import './ColumnShape.css';

/** The mark of a column: disc, square or diamond in its colour. Decoration beside its name. */
export function ColumnShape({ column }: { column: ColumnId }): ReactNode {
  return <span className="column-shape" data-column={column} aria-hidden="true" />;
}
