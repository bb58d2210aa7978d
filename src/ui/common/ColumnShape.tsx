import type { ReactNode } from 'react';
import type { ColumnId } from '../../core/model/representation';
import './ColumnShape.css';

/** A column of the ladder, or schema 1, which is shown only beside other manifests. */
export type ShownColumn = ColumnId | 'v2s1';

/** The mark of a column: disc, half disc, square or diamond in its colour. Decoration beside its name. */
export function ColumnShape({ column }: { column: ShownColumn }): ReactNode {
  return <span className="column-shape" data-column={column} aria-hidden="true" />;
}
