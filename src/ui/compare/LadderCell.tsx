import { memo, type ReactNode } from 'react';
import type { CorrespondenceReason } from '../../core/compare/rows';
import type { ColumnId, Facet, Finding } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { OriginMark } from '../common/OriginMark';
import { CellContent } from './CellContent';
import { CellVerdict } from './CellVerdict';

interface LadderCellProps {
  readonly column: ColumnId;
  readonly part: string;
  readonly facet: Facet | null;
  /** The media type of the same part in the other family. */
  readonly against: string | null;
  /** What decides the verdict. */
  readonly finding: Finding | null;
  /** Why this is the same part as the next column's cell. */
  readonly link: CorrespondenceReason | null;
  readonly isActive: boolean;
  readonly isTabStop: boolean;
}

/** One part in one format: origin, name, media type and verdict. */
export const LadderCell = memo(function LadderCell(props: LadderCellProps): ReactNode {
  const { column, part, facet, against, finding, link, isActive, isTabStop } = props;
  const { rich } = useI18n();
  const origin = facet?.origin ?? 'none';
  return (
    <div
      className="ladder-cell"
      role="gridcell"
      tabIndex={isTabStop ? 0 : -1}
      data-part={part}
      data-column={column}
      data-origin={origin}
      data-link={link ?? undefined}
    >
      {origin === 'none' ? null : <OriginMark origin={origin} />}
      <div className="ladder-body">
        {facet && origin !== 'none' ? <CellVerdict facet={facet} finding={finding} /> : null}
        {facet && origin !== 'none' ? <CellContent facet={facet} against={against} copy={isActive} /> : null}
        {facet?.note ? <span className="ladder-note">{rich(`note.${facet.note}`)}</span> : null}
        {!facet || (origin === 'none' && !facet.note) ? (
          <span className="ladder-note">{rich('origin.none')}</span>
        ) : null}
      </div>
    </div>
  );
});
