import { createColumnHelper } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { parseDigest } from '../../core/model/digest';
import type { IntegrityRow } from '../../core/model/integrity';
import { useI18n, type I18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { visible } from '../../i18n/visible';
import { Digest } from '../common/Digest';
import { VerdictMark } from '../common/VerdictMark';
import type { ColumnLayout } from './VirtualTable';
import type { Features } from './features';
import { actualWords, placeText, shortPlace, verdictWord, whatText } from './integrityWords';
import { MemberName } from './MemberName';
import { PlaceLink, type Place } from './PlaceLink';

const column = createColumnHelper<Features, IntegrityRow>();

export const INTEGRITY_LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  verdict: { width: 176 },
  what: { width: 266 },
  target: { least: 126 },
  claimed: { width: 206 },
  actual: { width: 206 },
  place: { width: 264 },
};

/** The columns of the integrity board. */
export function integrityColumns(i18n: I18n, place: Place) {
  const { t } = i18n;
  return column.columns([
    column.accessor((row) => t(verdictWord(row.verdict)), {
      id: 'verdict',
      header: t('integrity.verdict'),
      cell: ({ row: { original } }) => <RowVerdictMark row={original} />,
    }),
    column.accessor((row) => whatText(i18n, row), { id: 'what', header: t('integrity.what') }),
    column.accessor('target', {
      header: t('integrity.target'),
      cell: (cell) => <ShortPath path={cell.getValue()} />,
    }),
    column.accessor((row) => row.claimed ?? undefined, {
      id: 'claimed',
      header: t('integrity.claimed'),
      sortUndefined: 'last',
      cell: (cell) => <Value value={cell.getValue() ?? null} />,
    }),
    column.accessor((row) => row.actual ?? undefined, {
      id: 'actual',
      header: t('integrity.actual'),
      sortUndefined: 'last',
      cell: ({ row: { original } }) => <Actual row={original} />,
    }),
    column.accessor((row) => placeText(row) ?? undefined, {
      id: 'place',
      header: t('integrity.place'),
      sortUndefined: 'last',
      cell: ({ row: { original } }) => <PlaceLink row={original} place={place} isShort tabIndex={-1} />,
    }),
  ]);
}

/** A verdict in the words of this board. */
export function RowVerdictMark({ row }: { row: IntegrityRow }): ReactNode {
  const { rich } = useI18n();
  return (
    <VerdictMark verdict={row.verdict} reason={row.reason}>
      {rich(verdictWord(row.verdict))}
    </VerdictMark>
  );
}

/** What is there. */
export function Actual({ row, full = false }: { row: IntegrityRow; full?: boolean }): ReactNode {
  const { rich } = useI18n();
  const words = actualWords(row);
  return words === null ? <Value value={row.actual} full={full} /> : rich(words);
}

function ShortPath({ path }: { path: string }): ReactNode {
  const short = shortPlace(path);
  return short === path ? (
    <MemberName name={path} />
  ) : (
    <span title={visible(path.slice(0, VALUE_SHOWN))}>
      <Code className="one-line">{short}</Code>
    </span>
  );
}

/** A claimed or actual value: digests with their fingerprint, anything else as it is written. */
export function Value({ value, full = false }: { value: string | null; full?: boolean }): ReactNode {
  if (value === null || value === '') return <span className="muted">—</span>;
  if (parseDigest(value) && value.length > 40) return <Digest value={value} full={full} copy={full} />;
  const text = value.slice(0, VALUE_SHOWN);
  return full ? <Code className="integrity-value">{text}</Code> : <ShortPath path={text} />;
}

const VALUE_SHOWN = 4096;
