import { Fragment, type ReactNode } from 'react';
import type { Row } from '../../core/compare/rows';
import { COLUMN_IDS } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';

const PAIRS = (COLUMN_IDS.length * (COLUMN_IDS.length - 1)) / 2;

/** Why the cells of a row are the same part: once for all when the reason is one, else pair by pair. */
export function Reasons({ row }: { row: Row }): ReactNode {
  const { rich } = useI18n();
  const { correspondence } = row;
  const reasons = new Set(correspondence.map(({ reason }) => reason));
  const [only] = reasons;
  if (only === undefined) return null;
  if (reasons.size === 1 && correspondence.length === PAIRS) {
    return <span className="reasons">{rich('why.all', { reason: rich(`why.${only}`) })}</span>;
  }
  return (
    <span className="reasons">
      {correspondence.map(({ a, b, reason }, index) => (
        <Fragment key={`${a} ${b}`}>
          {index > 0 ? ' · ' : null}
          {rich('why.pair', {
            a: rich(`columnShort.${a}`),
            b: rich(`columnShort.${b}`),
            reason: <strong>{rich(`why.${reason}`)}</strong>,
          })}
        </Fragment>
      ))}
    </span>
  );
}
