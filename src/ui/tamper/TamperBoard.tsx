import { useState, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { useI18n } from '../../i18n/i18n';
import { ProgressBar } from '../common/ProgressBar';
import { VerdictMark } from '../common/VerdictMark';
import { useBench, useServices, useView } from '../context';
import { ChangeList } from './ChangeList';
import { OtherChanges } from './OtherChanges';
import { PickByte } from './PickByte';
import { Results } from './Results';
import { FLIP_BUTTON } from './shared';
import './tamper.css';

/** A copy of the open archive to change: what is changed, who notices, and what it takes that nobody does. */
export function TamperBoard({ workspace }: { workspace: Workspace }): ReactNode {
  const { t, rich } = useI18n();
  const { view } = useView();
  const [isStored, setStored] = useState(false);
  const { bench } = useServices();
  const { archive, imageKey } = workspace;
  const image = archive.images.find(({ key }) => key === imageKey);
  if (!image || archive.container === 'document') return <p className="table-empty">{rich('tamper.noImage')}</p>;
  const layer = Number(/^layer:(\d+)$/.exec(view.sel ?? '')?.[1] ?? 1);
  const number = Math.min(Math.max(layer, 1), Math.max(image.layers.length, 1));
  return (
    <section className="tamper-board" aria-label={t('tamper.label')}>
      <div className="tamper-side">
        <p className="muted">{rich('tamper.intro')}</p>
        <PickByte
          key={`${image.key} ${number}`}
          workspace={workspace}
          image={image}
          number={number}
          isStored={isStored}
          onStored={setStored}
        />
        <OtherChanges image={image} number={number} size={archive.size} isTar={archive.container === 'tar'} />
      </div>
      <div className="tamper-results">
        {view.flip === null ? null : <ChangeList workspace={workspace} />}
        <State
          workspace={workspace}
          onInside={() => {
            setStored(false);
            bench.undo();
            document.getElementById(FLIP_BUTTON)?.focus();
          }}
        />
      </div>
    </section>
  );
}

interface StateProps {
  readonly workspace: Workspace;
  /** The reader would rather change what is inside of a compressed layer. */
  readonly onInside: () => void;
}

function State({ workspace, onInside }: StateProps): ReactNode {
  const { t, rich } = useI18n();
  const state = useBench();
  switch (state.kind) {
    case 'none':
      return null;
    case 'waiting':
      return <p role="status">{rich('tamper.waiting')}</p>;
    case 'working':
      return (
        <>
          <p role="status">{rich('tamper.working')}</p>
          <ProgressBar label={t('tamper.working')} done={state.done} total={state.total} />
        </>
      );
    case 'cannot':
      return <p role="alert">{rich('tamper.cannot', { why: rich(`tamper.cannot.${state.why}`) })}</p>;
    case 'failed':
      return (
        <div role="alert">
          <p>
            <VerdictMark verdict="mismatch">
              {rich('tamper.failed', { why: rich(`error.${state.failure.code}.title`) })}
            </VerdictMark>
          </p>
          <p>{rich('tamper.failedMeans')}</p>
        </div>
      );
    case 'open':
      return <Results workspace={workspace} bench={state.bench} onInside={onInside} />;
  }
}
