import type { ReactNode } from 'react';
import { COLUMN_IDS } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { ColumnShape } from '../common/ColumnShape';
import './GhostBoard.css';

const ROWS = ['pointer', 'manifest', 'config'] as const;

/** The board to come, empty: where things will land. Decoration. */
export function GhostBoard(): ReactNode {
  const { rich } = useI18n();
  return (
    <div className="ghost" aria-hidden="true">
      <span />
      {COLUMN_IDS.map((column) => (
        <span key={column} className="ghost-head" data-column={column}>
          <ColumnShape column={column} />
          {rich(`column.${column}`)}
        </span>
      ))}
      {ROWS.map((role) => [
        <span key={role} className="ghost-role">
          {rich(`role.${role}`)}
        </span>,
        ...COLUMN_IDS.map((column) => <span key={`${role} ${column}`} className="ghost-cell" data-column={column} />),
      ])}
    </div>
  );
}
