import type { ReactNode } from 'react';
import type { ColumnId, Representation } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { ColumnShape } from '../common/ColumnShape';
import { OriginMark } from '../common/OriginMark';

/** Name and years of a format, and whether it is in the tar or derived. */
export function ColumnHead({
  column,
  representation,
}: {
  column: ColumnId;
  representation: Representation | undefined;
}): ReactNode {
  const { rich } = useI18n();
  return (
    <div className="column-head" role="columnheader" data-column={column}>
      <ColumnShape column={column} />
      <strong>{rich(`column.${column}`)}</strong>
      <span className="column-years">{rich(`ladder.years.${column}`)}</span>
      <span className="column-origin">
        {representation?.cannot ? (
          <span className="origin">{rich(`cannot.${representation.cannot}`)}</span>
        ) : representation ? (
          <OriginMark origin={representation.origin} words />
        ) : null}
      </span>
    </div>
  );
}
