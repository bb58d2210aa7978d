import type { ReactNode } from 'react';
import { kindsOf, ofPair } from '../../core/compare/kinds';
import type { KindPair, ManifestView, TableView } from '../../core/model/manifestTable';
import { useI18n } from '../../i18n/i18n';
import type { MessageId } from '../../i18n/en';
import { COLUMN } from './kinds';

/** How the forms on screen differ, two by two, and what that does to the documents' own digests. */
export function Counts({
  view,
  table,
  pairs,
}: {
  view: ManifestView;
  table: TableView;
  pairs: readonly KindPair[];
}): ReactNode {
  const last = pairs.at(-1);
  return (
    <div className="forms-counts">
      {pairs.map((pair) => (
        <PairCounts key={pair} pair={pair} table={table} />
      ))}
      {last === undefined ? null : <DigestSentence view={view} table={table} pair={last} />}
    </div>
  );
}

function PairCounts({ pair, table: { table } }: { pair: KindPair; table: TableView }): ReactNode {
  const { t, rich } = useI18n();
  const [a, b] = kindsOf(pair);
  const { renamed, structure, digest, value, order } = table.counts[pair];
  const counts = [
    rich('forms.names', { count: renamed }),
    rich('forms.structure', { count: structure }),
    rich('forms.digests', { count: digest }),
    value === 0 ? null : rich('forms.values', { count: value }),
  ];
  return (
    <p data-pair={pair}>
      <span className="forms-pair">
        {rich('forms.pair', {
          a: rich(`forms.short.${COLUMN[a]}`),
          b: rich(`forms.short.${COLUMN[b]}`),
        })}
      </span>
      {counts.map((count, index) =>
        count === null ? null : (
          <strong key={`${index}`} className="forms-count">
            {count}
          </strong>
        ),
      )}
      {order === 0 ? null : (
        <span className="forms-count muted" title={t('forms.orderWhy')}>
          {rich('forms.order', { count: order })}
        </span>
      )}
    </p>
  );
}

/** Why the digests at the heads of two columns are what they are. */
function DigestSentence({ view, table, pair }: { view: ManifestView; table: TableView; pair: KindPair }): ReactNode {
  const { rich } = useI18n();
  const [a, b] = ofPair(pair, table.columns);
  if (!a?.document || !b?.document) return null;
  const { renamed, structure, digest, value } = table.table.counts[pair];
  const isSame = a.document.digest === b.document.digest;
  const says = isSame
    ? 'forms.sameDocument'
    : renamed + structure + digest + value === 0
      ? 'forms.sameMeaning'
      : pair === 'schema2 oci' && renamed > 0
        ? renamedWords(view, digest)
        : null;
  return says === null ? null : <p className="forms-why">{rich(says, { count: digest })}</p>;
}

function renamedWords(view: ManifestView, digests: number): MessageId | null {
  if (view === 'list') return digests > 0 ? 'forms.listRenamed' : null;
  if (view === 'config') return null;
  return digests > 0 ? 'forms.renamedToo' : 'forms.renamedOnly';
}
