import type { ReactNode } from 'react';
import type { Compared } from '../../app/comparison';
import type { Workspace } from '../../app/state';
import { useI18n } from '../../i18n/i18n';
import { ProgressBar } from '../common/ProgressBar';
import { ShownValuesProvider } from '../common/ShownValues';
import { VerdictMark } from '../common/VerdictMark';
import { useComparison } from '../context';
import { ComparePicker } from './ComparePicker';
import { DiffView } from './DiffView';
import './diff.css';

/** The image on screen and another one side by side, and why their digests differ. */
export function CompareBoard({ workspace }: { workspace: Workspace }): ReactNode {
  const { t, rich } = useI18n();
  const state = useComparison();
  if (workspace.imageKey === null) return <p className="table-empty">{rich('diff.noImage')}</p>;
  return (
    <section className="diff-board" aria-label={t('diff.label')}>
      <ComparePicker workspace={workspace} state={state} />
      {state.kind === 'none' ? <p className="muted">{rich('diff.empty')}</p> : null}
      {state.kind === 'opening' ? (
        <>
          <p role="status">{rich('diff.opening', { name: state.name })}</p>
          <ProgressBar label={t('diff.opening', { name: state.name })} done={state.done} total={state.total} />
        </>
      ) : null}
      {state.kind === 'failed' ? (
        <p role="alert">
          <VerdictMark verdict="unknown">
            {rich('diff.failedOpen', { name: state.name, why: rich(`error.${state.failure.code}.title`) })}
          </VerdictMark>
        </p>
      ) : null}
      {state.kind === 'open' ? <Both name={workspace.archive.name} comparison={state.comparison} /> : null}
    </section>
  );
}

function Both({ name, comparison }: { name: string; comparison: Compared }): ReactNode {
  const { t, rich } = useI18n();
  const { archive, imageKey, stage, done, total, diff, failure } = comparison;
  if (imageKey === null) return <p role="status">{rich('diff.noOtherImage', { name: archive.name })}</p>;
  return (
    <>
      {stage === 'done' ? null : (
        <>
          <p role="status">{rich(`diff.stage.${stage}`)}</p>
          <ProgressBar label={t(`diff.stage.${stage}`)} done={done} total={total} />
        </>
      )}
      {failure ? <p role="alert">{rich('diff.failed', { why: rich(`error.${failure.code}.title`) })}</p> : null}
      {diff ? (
        <ShownValuesProvider key={`${archive.name} ${imageKey}`}>
          <DiffView diff={diff} isDone={stage === 'done'} names={{ a: name, b: archive.name }} />
        </ShownValuesProvider>
      ) : null}
    </>
  );
}
