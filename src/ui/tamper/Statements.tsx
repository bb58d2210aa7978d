import type { ReactNode } from 'react';
import type { Tampered } from '../../app/bench';
import type { Workspace } from '../../app/state';
import type { IntegrityRow } from '../../core/model/integrity';
import { useI18n } from '../../i18n/i18n';
import { Path } from '../../i18n/isolates';
import { VerdictMark } from '../common/VerdictMark';
import { useServices, useView } from '../context';
import { placeText, shortPlace, whatText } from '../tables/integrityWords';
import { copyName } from './copyFile';

const ROWS_SHOWN = 8;
const BAD: readonly IntegrityRow['verdict'][] = ['mismatch', 'missing', 'unknown', 'ambiguous', 'unreferenced'];

/** What the copy says of itself that is not so, and was so before. */
export function Statements({ workspace, bench }: { workspace: Workspace; bench: Tampered }): ReactNode {
  const i18n = useI18n();
  const { rich, formatNumber } = i18n;
  const { navigation, session } = useServices();
  const { update } = useView();
  const { archive, table, before, blob } = bench;
  const known = new Set(before.rows.map(({ id, verdict }) => `${id} ${verdict}`));
  const rows = table.rows.filter(({ id, verdict }) => BAD.includes(verdict) && !known.has(`${id} ${verdict}`));
  const told = new Set(workspace.archive.diagnostics.map(({ code }) => code));
  const codes = [...new Set(archive.diagnostics.map(({ code }) => code))].filter((code) => !told.has(code));
  const openCopy = (row: string | null): void => {
    const source = session.getSource();
    const posted = source?.kind === 'file' ? source.posted : undefined;
    // What is kept is kept as a changed copy, too; it is no longer what was called by the title.
    const kept = posted && { posted: { ...posted, title: null } };
    navigation.openOwn({ kind: 'file', file: new File([blob], copyName(archive.name)), ...kept });
    update({ board: 'integrity', row });
  };
  return (
    <section className="tamper-section">
      <h2>{rich('tamper.says')}</h2>
      {rows.length === 0 ? (
        <p>{rich('tamper.saysNothing', { count: formatNumber(table.counts.matches) })}</p>
      ) : (
        <ul className="tamper-statements">
          {rows.slice(0, ROWS_SHOWN).map((row) => (
            <li key={row.id}>
              <VerdictMark verdict={row.verdict} reason={row.reason} />{' '}
              <button type="button" className="button bare tamper-link" onClick={() => openCopy(row.id)}>
                {whatText(i18n, row)}
              </button>{' '}
              <Path>{shortPlace(placeText(row) ?? row.target)}</Path>
            </li>
          ))}
          {rows.length > ROWS_SHOWN ? <li>{rich('tamper.moreSays', { count: rows.length - ROWS_SHOWN })}</li> : null}
        </ul>
      )}
      {codes.length === 0 ? null : (
        <ul>
          {codes.slice(0, ROWS_SHOWN).map((code) => (
            <li key={code}>{rich('tamper.saysNew', { what: rich(`diagnostic.${code}`) })}</li>
          ))}
        </ul>
      )}
      <p>
        <button type="button" className="button" onClick={() => openCopy(null)}>
          {rich('tamper.openCopy')}
        </button>
      </p>
    </section>
  );
}
