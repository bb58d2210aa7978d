import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Tampered } from '../../app/bench';
import type { RepairStep } from '../../core/model/tamper';
import { useI18n } from '../../i18n/i18n';
import { Path } from '../../i18n/isolates';
import { Icon } from '../common/Icon';
import { VerdictMark } from '../common/VerdictMark';
import { useServices } from '../context';
import { shortPlace } from '../tables/integrityWords';
import { PinnedTable } from './PinnedTable';

/** Hides the change level by level: each is a press, and says what was rewritten for it. */
export function Attacker({ bench }: { bench: Tampered }): ReactNode {
  const { rich, formatNumber } = useI18n();
  const { bench: acting } = useServices();
  const { archive, steps, tampering, table, before } = bench;
  const { repaired, tampers } = tampering;
  const isV1Alone = archive.evidence.every(({ format }) => format === 'docker-v1');
  const isOfLayer = tampers.some(({ kind }) => kind === 'flip' || kind === 'inside' || kind === 'swap');
  const count = (of: readonly RepairStep[]): number => of.reduce((sum, each) => sum + each.names, 0);
  const bad = (counts: Tampered['table']['counts']): number => counts.mismatch + counts.missing + counts.unknown;
  const left = bad(table.counts) - bad(before.counts);
  const isOver = repaired === steps.length;
  const isAttached =
    steps.length > 0 && table.rows.some(({ kind, verdict }) => kind === 'attached' && verdict === 'mismatch');
  const isPressed = useRef(false);
  // Before the screen is painted: a second press of the key may come at once.
  useLayoutEffect(() => {
    // The button that was pressed is gone: the next one takes the focus, or what came of the last one.
    if (isPressed.current) (document.getElementById(NEXT) ?? document.getElementById(TOTAL))?.focus();
    isPressed.current = false;
  }, [repaired]);
  const rewrite = (levels: number): void => {
    isPressed.current = true;
    acting.repair(levels);
  };
  return (
    <section className="tamper-section">
      <h2>{rich('tamper.attack')}</h2>
      {steps.length === 0 ? (
        <p>{rich(isOfLayer && isV1Alone ? 'tamper.attackNone' : 'tamper.attackNothing')}</p>
      ) : (
        <>
          <p className="muted">{rich('tamper.attackMeans')}</p>
          <ol className="tamper-steps">
            {steps.map((step, i) => (
              <li key={step.level} data-state={i < repaired ? 'done' : i === repaired ? 'next' : 'later'}>
                <div className="tamper-step">
                  <span>{rich(`tamper.level.${step.level}`)}</span>
                  <span className="small muted">{rich('tamper.levelNames', { count: step.names })}</span>
                  {i < repaired ? (
                    <span className="small tamper-step-done">
                      <Icon name="check" size={12} /> {rich('tamper.rewritten')}
                    </span>
                  ) : i === repaired ? (
                    <button type="button" className="button" id={NEXT} onClick={() => rewrite(i + 1)}>
                      {rich('tamper.rewrite')}
                    </button>
                  ) : null}
                </div>
                {i < repaired ? <Rewritten step={step} /> : null}
              </li>
            ))}
          </ol>
          <p role="status" id={TOTAL} tabIndex={-1}>
            {rich('tamper.total', { done: count(steps.slice(0, repaired)), all: count(steps) })}{' '}
            {left > 0 ? (
              <VerdictMark verdict="mismatch">{rich('tamper.stillBroken', { count: left })}</VerdictMark>
            ) : (
              <VerdictMark verdict="matches">
                {rich('tamper.whole', { count: formatNumber(table.counts.matches) })}
              </VerdictMark>
            )}
          </p>
        </>
      )}
      {isOver && isAttached ? <p>{rich('tamper.attachedLeft')}</p> : null}
      {isOver && isOfLayer ? <PinnedTable bench={bench} /> : null}
    </section>
  );
}

const CHANGES_SHOWN = 4;
const NEXT = 'tamper-next';
const TOTAL = 'tamper-total';

function Rewritten({ step: { changes } }: { step: RepairStep }): ReactNode {
  const { rich } = useI18n();
  return (
    <ul className="small muted">
      {changes.slice(0, CHANGES_SHOWN).map(({ path, before }) => (
        <li key={path}>
          <Path>{shortPlace(path)}</Path>
          {before === null ? null : <> {rich('tamper.wasCalled', { path: shortPlace(before) })}</>}
        </li>
      ))}
      {changes.length > CHANGES_SHOWN ? (
        <li>{rich('tamper.moreSays', { count: changes.length - CHANGES_SHOWN })}</li>
      ) : null}
    </ul>
  );
}
