import { memo, type ReactNode } from 'react';
import { pairOf } from '../../core/compare/kinds';
import type { ManifestKind } from '../../core/model/manifestForms';
import type { KindPair, RowState, TableView } from '../../core/model/manifestTable';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import type { ShownRow } from './fold';
import { FoldedLine } from './FoldedLine';
import { FoldName } from './FoldName';
import { FormLine } from './FormLine';
import { COLUMN, counterpart } from './kinds';
import { PlaceName } from './PlaceName';

interface FormRowProps {
  readonly row: ShownRow;
  readonly index: number;
  readonly shown: readonly ManifestKind[];
  readonly columns: TableView['columns'];
  /** The two forms whose difference the row is named by; null when there are no two. */
  readonly pair: KindPair | null;
  /** It begins something else than the row above. */
  readonly begins: boolean;
  readonly isActive: boolean;
  /** The first and the last of the rows of the part that is lit. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isPinned: boolean;
  /** The form whose cell is the grid's Tab stop. */
  readonly tabKind: ManifestKind | null;
  /** Opens or closes a fold. */
  readonly onFold: (key: string) => void;
}

/** The same thing in every form on screen. */
export const FormRow = memo(function FormRow(props: FormRowProps): ReactNode {
  const { row, index, shown, columns, pair, begins, isActive, isFirst, isLast, isPinned, tabKind, onFold } = props;
  const state = pair && row.states[pair];
  return (
    <div
      className="form-row"
      role="row"
      aria-selected={isPinned}
      aria-rowindex={index + 2}
      data-state={state ?? undefined}
      data-active={isActive ? '' : undefined}
      data-first={isFirst ? '' : undefined}
      data-last={isLast ? '' : undefined}
      data-pinned={isPinned ? '' : undefined}
      data-begins={begins ? '' : undefined}
    >
      <div className="form-role" role="rowheader">
        <span className={begins ? 'form-place' : 'hidden'}>
          {row.fold ? <FoldName fold={row.fold} onFold={onFold} /> : <PlaceName place={row.place} />}
        </span>
        {state === null || state === 'same' ? null : <StateWord state={state} />}
      </div>
      {shown.map((kind, at) => {
        const other = counterpart(kind, shown);
        const cell = row.cells[kind];
        const next = shown[at + 1];
        const isNamedAgain =
          cell?.names?.kind === 'digest' && next !== undefined && row.cells[next]?.names?.value === cell.names.value;
        return (
          <div
            key={kind}
            className="form-cell"
            role="gridcell"
            tabIndex={tabKind === kind ? 0 : -1}
            data-column={COLUMN[kind]}
            data-kind={kind}
            data-index={index}
            data-origin={columns[kind]?.document?.origin ?? 'none'}
            data-state={
              cell ? (row.states[pairOf(kind, other)] ?? (cell.type === 'close' ? 'same' : undefined)) : 'none'
            }
            data-link={isNamedAgain ? 'same-digest' : undefined}
          >
            {cell === null ? null : row.fold?.isOpen === false ? (
              <FoldedLine cell={cell} fold={row.fold} kind={kind} other={other} />
            ) : (
              <FormLine cell={cell} against={row.cells[other]} state={row.states[pairOf(kind, other)]} />
            )}
          </div>
        );
      })}
    </div>
  );
});

function StateWord({ state }: { state: Exclude<RowState, 'same'> }): ReactNode {
  const { t, rich } = useI18n();
  return (
    <span className="form-state" title={t(`forms.says.${state}`)}>
      {state === 'order' ? null : <Icon name="differs" size={11} />}
      {rich(`forms.state.${state}`)}
    </span>
  );
}
