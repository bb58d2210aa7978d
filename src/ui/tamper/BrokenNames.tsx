import type { ReactNode } from 'react';
import type { ColumnId, Part } from '../../core/model/representation';
import type { ColumnNames, NameCheck } from '../../core/verify/names';
import { useI18n } from '../../i18n/i18n';
import { ColumnShape } from '../common/ColumnShape';
import { Digest } from '../common/Digest';
import { VerdictMark } from '../common/VerdictMark';
import { useView } from '../context';
import { DiffScroll } from '../diff/DiffScroll';

/** The names from before that do not match any more, part by part and form by form. */
export function BrokenNames({ names }: { names: readonly ColumnNames[] }): ReactNode {
  const { t, rich } = useI18n();
  const { flip } = useView().view;
  const bad = new Map(
    names.map((each) => [
      each.column,
      each.names.filter(({ verdict }) => verdict !== 'matches' && verdict !== 'pending'),
    ]),
  );
  const missing = names[0]?.missing ?? [];
  const parts = [...new Set([...[...bad.values()].flat().map(({ part }) => part), ...missing])].toSorted(byPlace);
  if (parts.length === 0) return <p>{rich('tamper.noNames')}</p>;
  return (
    <section className="tamper-section">
      <h2>{rich('tamper.names')}</h2>
      <DiffScroll label={t('tamper.names')}>
        <table className="diff-table tamper-names">
          <thead>
            <tr>
              <th scope="col">{rich('tamper.part')}</th>
              {names.map(({ column }) => (
                <th key={column} scope="col" data-column={column}>
                  <ColumnShape column={column} /> {rich(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          {/* Another change is shown from the start. */}
          <tbody key={flip}>
            {parts.slice(0, PARTS_SHOWN).map((part) => (
              <tr key={part}>
                <th scope="row">
                  <PartLink part={part} />
                </th>
                {names.map(({ column, missing: gone }) => (
                  <td key={column}>
                    <Cell
                      checks={(bad.get(column) ?? []).filter((each) => each.part === part)}
                      column={column}
                      isMissing={column === 'v1' && gone.includes(part)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </DiffScroll>
    </section>
  );
}

const PARTS_SHOWN = 200;
const ORDER = ['pointer', 'manifest', 'config'];

function byPlace(a: Part, b: Part): number {
  const place = (part: Part): number => {
    const at = ORDER.indexOf(part);
    return at < 0 ? ORDER.length + Number(part.replace('layer:', '')) : at;
  };
  return place(a) - place(b);
}

function Cell({
  column,
  checks,
  isMissing,
}: {
  column: ColumnId;
  checks: readonly NameCheck[];
  isMissing: boolean;
}): ReactNode {
  const { rich } = useI18n();
  if (isMissing) return <VerdictMark verdict="missing" />;
  if (checks.length === 0)
    return <span className="muted small">{rich(column === 'v1' ? 'tamper.nobodyNoticed' : 'tamper.noneBroken')}</span>;
  return (
    <ul className="tamper-checks">
      {checks.map((each) => (
        <li key={`${each.claimed} ${each.of}`}>
          <Digest value={each.claimed} />
          <span className="small muted">{rich(`tamper.nameOf.${each.of}`)}</span>
          <VerdictMark verdict={each.verdict} reason={each.reason}>
            {each.verdict === 'mismatch' && each.actual !== null
              ? rich('ladder.nameSays', { claimed: short(each.claimed), actual: short(each.actual) })
              : undefined}
          </VerdictMark>
        </li>
      ))}
    </ul>
  );
}

const short = (digest: string): string => `${digest.replace(/^[^:]*:/, '').slice(0, 6)}…`;

function PartLink({ part }: { part: Part }): ReactNode {
  const { t, rich } = useI18n();
  const { update } = useView();
  const number = /^layer:(\d+)$/.exec(part)?.[1];
  const name =
    number === undefined
      ? rich(part === 'config' ? 'role.config' : 'role.manifest')
      : rich('ladder.layer', { n: number });
  return (
    <button
      type="button"
      className="button bare tamper-link"
      title={t('tamper.showPart')}
      onClick={() => update({ board: 'ladder', sel: part })}
    >
      {name}
    </button>
  );
}
