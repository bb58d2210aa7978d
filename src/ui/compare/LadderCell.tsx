import type { ReactNode } from 'react';
import type { SpanState } from '../../app/state';
import type { CorrespondenceReason } from '../../core/compare/rows';
import type { ColumnId, Facet, Finding } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { OriginMark } from '../common/OriginMark';
import { CellContent } from './CellContent';
import { CellVerdict } from './CellVerdict';
import { cellState } from './cellState';

interface LadderCellProps {
  readonly column: ColumnId;
  readonly part: string;
  readonly facet: Facet | null;
  /** The media type of the same part in the other family. */
  readonly against: string | null;
  readonly findings: readonly Finding[];
  readonly span: SpanState | undefined;
  /** Why this is the same part as the next column's cell. */
  readonly link: CorrespondenceReason | null;
  readonly isTabStop: boolean;
  readonly onHover: () => void;
  readonly onFocus: () => void;
  readonly onPin: () => void;
}

/** One part in one format: origin, name, media type and verdict. */
export function LadderCell(props: LadderCellProps): ReactNode {
  const { column, part, facet, against, findings, span, link, isTabStop, onHover, onFocus, onPin } = props;
  const { rich } = useI18n();
  const origin = facet?.origin ?? 'none';
  const state = facet && origin !== 'none' ? cellState(facet, findings, span) : null;
  return (
    <div
      className="ladder-cell"
      role="gridcell"
      tabIndex={isTabStop ? 0 : -1}
      data-part={part}
      data-column={column}
      data-origin={origin}
      data-link={link ?? undefined}
      onPointerEnter={onHover}
      onFocus={onFocus}
      onClick={onPin}
    >
      {origin === 'none' ? null : <OriginMark origin={origin} />}
      <div className="ladder-body">
        {facet && state ? <CellVerdict facet={facet} state={state} /> : null}
        {facet && origin !== 'none' ? <CellContent facet={facet} against={against} /> : null}
        {facet?.note ? <span className="ladder-note">{rich(`note.${facet.note}`)}</span> : null}
        {!facet || (origin === 'none' && !facet.note) ? (
          <span className="ladder-note">{rich('origin.none')}</span>
        ) : null}
      </div>
    </div>
  );
}
