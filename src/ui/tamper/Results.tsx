import { useEffect, useMemo, type ReactNode } from 'react';
import type { Tampered } from '../../app/bench';
import type { Workspace } from '../../app/state';
import { broken } from '../../core/verify/names';
import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from '../common/announce';
import { ToolsSay } from '../common/ToolsSay';
import { toolsOfTampered } from '../../i18n/tamperTools';
import { Attacker } from './Attacker';
import { BrokenNames } from './BrokenNames';
import { outcomeOf } from './outcome';
import { Scoreboard } from './Scoreboard';
import { Statements } from './Statements';

/** What came of the changes. */
export function Results({
  workspace,
  bench,
  onInside,
}: {
  workspace: Workspace;
  bench: Tampered;
  onInside: () => void;
}): ReactNode {
  const { t, rich } = useI18n();
  const announce = useAnnounce();
  const { names } = bench;
  useEffect(() => {
    const [v1 = 0, v2s2 = 0, oci = 0] = names.map(broken);
    announce(t('tamper.result', { v1, v2s2, oci }));
  }, [names, announce, t]);
  const tools = useMemo(() => {
    const outcome = outcomeOf(bench);
    const formats = bench.archive.evidence.map(({ format }) => format);
    return outcome === null ? [] : toolsOfTampered(formats, outcome);
  }, [bench]);
  const isUnreadable = names.some((column) => column.names.some(({ reason }) => reason === 'unreadable'));
  return (
    <>
      <Scoreboard representations={workspace.representations} names={names} />
      {isUnreadable ? (
        <div className="tamper-crc" role="note">
          <p>{rich('tamper.crc')}</p>
          <p>
            <button type="button" className="button" onClick={onInside}>
              {rich('tamper.insideInstead')}
            </button>
          </p>
        </div>
      ) : null}
      <BrokenNames names={names} />
      <Statements workspace={workspace} bench={bench} />
      <Attacker bench={bench} />
      <section className="tamper-section">
        <h2>{rich('tamper.tools')}</h2>
        {tools.length === 0 ? (
          <p className="muted">{rich('tamper.toolsUnknown')}</p>
        ) : (
          <>
            <ToolsSay tools={tools} isHeaded={false} />
            <p className="muted small">{rich('tamper.storeNote')}</p>
          </>
        )}
      </section>
    </>
  );
}
