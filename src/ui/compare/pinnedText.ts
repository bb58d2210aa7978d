import type { Row } from '../../core/compare/rows';
import { encodedPart } from '../../core/model/digest';
import type { ColumnId } from '../../core/model/representation';
import type { I18n } from '../../i18n/i18n';

const SPOKEN_DIGITS = 8;

/** What a screen reader says when a row is pinned: the part, each cell, and why they are the same part. */
export function pinnedText({ t, words }: I18n, row: Row, columns: readonly ColumnId[]): string {
  const title = row.number === null ? t(`role.${row.role}`) : t('ladder.layer', { n: row.number });
  const cells = columns.flatMap((column) => {
    const facet = row.cells[column];
    if (!facet) return [];
    const name = facet.digest ?? facet.v1Id ?? facet.path;
    const words = [
      name === null ? null : encodedPart(name).slice(0, SPOKEN_DIGITS),
      facet.v1IdKind === null ? null : t(`ladder.v1Id.${facet.v1IdKind}`),
      t(`origin.${facet.origin}`),
    ];
    return [`${t(`column.${column}`)}: ${words.filter((word) => word !== null).join(', ')}.`];
  });
  const reasons = row.correspondence
    .filter(({ a, b }) => columns.includes(a) && columns.includes(b))
    .map(({ a, b, reason }) =>
      t('why.pair', { a: words(`column.${a}`), b: words(`column.${b}`), reason: words(`why.${reason}`) }),
    );
  return [`${title}.`, ...cells, ...reasons.map((reason) => `${reason}.`)].join(' ');
}
