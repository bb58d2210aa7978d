import type { ReactNode } from 'react';
import type { LayoutTrees } from '../../core/compare/layoutModel';
import type { ColumnId } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { ColumnShape } from '../common/ColumnShape';
import { OriginMark } from '../common/OriginMark';

/** The name of each layout, and whether the archive has it. */
export function LayoutHead({ columns, trees }: { columns: readonly ColumnId[]; trees: LayoutTrees }): ReactNode {
  const { t, rich } = useI18n();
  return (
    <div className="layout-row layout-head" role="row">
      <div role="columnheader">
        <span className="hidden">{t('layouts.part')}</span>
      </div>
      {columns.map((column) => {
        const { format, origin, cannot } = trees.columns[column];
        return (
          <div key={column} className="column-head" role="columnheader" data-column={column}>
            <ColumnShape column={column} />
            <strong>{rich(`format.${format}`)}</strong>
            <span className="column-origin">
              {cannot === null ? (
                <OriginMark origin={origin} words />
              ) : (
                <span className="origin">{rich(`cannot.${cannot}`)}</span>
              )}
            </span>
          </div>
        );
      })}
    </div>
  );
}
