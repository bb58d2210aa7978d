import { useMemo, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { summarise } from '../../core/verify/verify';
import { fetchedFrom } from '../../core/model/source';
import { useI18n } from '../../i18n/i18n';
import { Ltr } from '../../i18n/isolates';
import { Icon } from '../common/Icon';
import { ProgressBar } from '../common/ProgressBar';
import { VerdictMark } from '../common/VerdictMark';
import { useServices } from '../context';
import { SpokenProgress } from './SpokenProgress';
import './VerdictLine.css';

/** How many names match their bytes, loudly when one does not; while checking, how far it is. */
export function VerdictLine({ workspace }: { workspace: Workspace }): ReactNode {
  const { rich, t, formatBytes } = useI18n();
  const { session } = useServices();
  const { archive, imageKey, measuring, findings, artifactFindings, failure } = workspace;
  const summary = useMemo(() => summarise(findings), [findings]);
  const attached = useMemo(() => summarise(artifactFindings).mismatches, [artifactFindings]);
  const failed = [...measuring.spans.values()].filter((state) => state.kind === 'failed').length;
  const { status, bytesDone, bytesTotal, bytesPerSecond } = measuring;
  // Nobody expects the bytes beside a document that was opened alone.
  const isAlone = archive.container === 'document' && summary.total > 0 && summary.missing === summary.total;
  // Its own note says it, with what it costs.
  const isHeld = fetchedFrom(archive.source) !== null && bytesDone === 0;
  const checked = summary.total - summary.pending;
  return (
    <div className="verdict-line">
      {summary.mismatches > 0 ? (
        <VerdictMark verdict="mismatch">{rich('verdicts.mismatch', { n: summary.mismatches })}</VerdictMark>
      ) : null}
      {attached > 0 ? <VerdictMark verdict="mismatch">{rich('verdicts.attached', { n: attached })}</VerdictMark> : null}
      {imageKey === null ? (
        <span className="muted">{rich('verdicts.noImage', { count: archive.artifacts.length })}</span>
      ) : isAlone ? (
        <span className="muted">{rich('verdicts.document', { count: summary.missing })}</span>
      ) : summary.total === 0 ? (
        <span className="muted">{status === 'running' ? null : rich('verdicts.none')}</span>
      ) : status === 'stopped' ? null : (
        <span className="verdict-count">
          {summary.mismatches === 0 && summary.pending === 0 && summary.matches > 0 ? <Icon name="check" /> : null}
          <span>
            {summary.pending > 0
              ? rich('verdicts.checked', { n: checked, total: summary.total })
              : rich('verdicts.all', { n: summary.matches, total: summary.total })}
            {archive.snapshot ? <> {rich('snapshot.recorded')}</> : null}
          </span>
        </span>
      )}
      {summary.missing > 0 && !isAlone ? (
        <VerdictMark verdict="missing">{rich('verdicts.missing', { n: summary.missing })}</VerdictMark>
      ) : null}
      {summary.unknown > 0 ? (
        <VerdictMark verdict="unknown">{rich('verdicts.unknown', { n: summary.unknown })}</VerdictMark>
      ) : null}
      {failed > 0 ? <VerdictMark verdict="mismatch">{rich('verdicts.failed', { n: failed })}</VerdictMark> : null}
      {failure === null ? null : <VerdictMark verdict="unknown">{rich(`error.${failure.code}.title`)}</VerdictMark>}
      {status === 'running' ? (
        <span className="verdict-progress">
          <ProgressBar label={t('progress.checking')} done={bytesDone} total={bytesTotal} />
          <span className="muted">
            {rich('progress.amount', { done: formatBytes(bytesDone), total: formatBytes(bytesTotal) })}
          </span>
          {bytesPerSecond > 0 ? <Ltr className="muted">{formatBytes(bytesPerSecond)}/s</Ltr> : null}
          <button type="button" className="button" onClick={session.cancel}>
            {rich('app.cancel')}
          </button>
        </span>
      ) : null}
      {(status === 'stopped' && !isHeld) || failed > 0 ? (
        <span className="verdict-progress">
          {status === 'stopped' && !isHeld ? (
            <span>{rich('progress.stopped', { done: checked, rest: summary.pending })}</span>
          ) : null}
          <button type="button" className="button" onClick={session.resume}>
            {rich('app.continue')}
          </button>
        </span>
      ) : null}
      <SpokenProgress measuring={measuring} summary={summary} />
    </div>
  );
}
