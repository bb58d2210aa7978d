import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { HybridCounts, IntegrityRow, RowKind } from '../../core/model/integrity';
import { useI18n } from '../../i18n/i18n';
import { Code, Path } from '../../i18n/isolates';
import { whatText } from './integrityWords';

const COMPARED: ReadonlySet<RowKind> = new Set(['same-config', 'same-layers', 'same-names', 'listed']);
const IMAGES_SHOWN = 50;
const VALUE_SHOWN = 1000;

/** What the lists of a hybrid say of each image, as a diff: `manifest.json` before, `index.json` after. */
export function HybridDiff({ counts, rows }: { counts: HybridCounts; rows: readonly IntegrityRow[] }): ReactNode {
  const { rich, formatNumber } = useI18n();
  const images = useMemo(() => byImage(rows), [rows]);
  return (
    <details className="hybrid-diff" open={counts.different > 0}>
      <summary>{rich('integrity.hybrid', { ...counts })}</summary>
      <ul>
        {images.slice(0, IMAGES_SHOWN).map(([name, compared]) => (
          <li key={name}>
            <Path>{name}</Path>
            <ul>
              {compared.map((row) => (
                <DiffLine key={row.id} row={row} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {images.length > IMAGES_SHOWN ? (
        <p className="muted">{rich('integrity.hybridMore', { count: formatNumber(images.length - IMAGES_SHOWN) })}</p>
      ) : null}
    </details>
  );
}

function DiffLine({ row }: { row: IntegrityRow }): ReactNode {
  const i18n = useI18n();
  const { claimed, actual, document, verdict } = row;
  const [before, after] =
    document === 'repositories' ? ['repositories', 'manifest.json'] : ['manifest.json', 'index.json'];
  return (
    <li>
      {whatText(i18n, row)}{' '}
      {verdict === 'matches' ? (
        <Code>{`= ${shown(claimed)}`}</Code>
      ) : (
        <>
          <del>
            <Code>{`− ${before}: ${shown(claimed)}`}</Code>
          </del>{' '}
          <ins>
            <Code>{`+ ${after}: ${shown(actual)}`}</Code>
          </ins>
        </>
      )}
    </li>
  );
}

function shown(value: string | null): string {
  return value === null || value === '' ? '—' : value.slice(0, VALUE_SHOWN);
}

function byImage(rows: readonly IntegrityRow[]): (readonly [string, readonly IntegrityRow[]])[] {
  const images = new Map<string, IntegrityRow[]>();
  for (const row of rows) {
    if (!COMPARED.has(row.kind)) continue;
    const known = images.get(row.target);
    if (known) known.push(row);
    else images.set(row.target, [row]);
  }
  return [...images];
}
