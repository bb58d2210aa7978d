import { useEffect, type ReactNode } from 'react';
import { tamperingOf } from '../../app/bench';
import { formatTamper } from '../../app/tamperLink';
import type { Workspace } from '../../app/state';
import { DEFAULT_VIEW, formatHash } from '../../app/viewState';
import type { Tamper } from '../../core/model/tamper';
import { useI18n } from '../../i18n/i18n';
import { Ltr } from '../../i18n/isolates';
import { CopyTextButton } from '../common/CopyTextButton';
import { ExportControls } from '../common/ExportControls';
import { Icon } from '../common/Icon';
import { useBench, useServices, useView } from '../context';
import { copyName } from './copyFile';
import { FLIP_BUTTON } from './shared';

/** What was changed so far, and what to do with the copy. */
export function ChangeList({ workspace }: { workspace: Workspace }): ReactNode {
  const { rich } = useI18n();
  const { bench, exporter } = useServices();
  const { view } = useView();
  const state = useBench();
  const { tampers, repaired } = tamperingOf(view.flip);
  /** With the last change, the buttons go too. */
  const leave = (): void => document.getElementById(FLIP_BUTTON)?.focus();
  const { lang, theme, density, keys } = DEFAULT_VIEW;
  const hash = formatHash({ ...view, board: 'tamper', lang, theme, density, keys });
  useEffect(() => {
    // It is what was asked for, and on a phone it is below what asked.
    const isBelow = matchMedia('(width < 1000px)').matches;
    document.getElementById(DONE)?.scrollIntoView({ block: isBelow ? 'start' : 'nearest' });
  }, [tampers.length]);
  return (
    <section className="tamper-section tamper-done" id={DONE}>
      <h2>{rich('tamper.done')}</h2>
      <ol>
        {tampers.map((each, i) => (
          <li key={`${i} ${formatTamper(each)}`}>
            <Did change={each} />
          </li>
        ))}
      </ol>
      <div className="tamper-actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            if (tampers.length === 1 && repaired === 0) leave();
            bench.undo();
          }}
          aria-keyshortcuts="Control+Z Meta+Z"
        >
          {rich('tamper.undo')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            leave();
            bench.reset();
          }}
        >
          {rich('tamper.reset')}
        </button>
        {state.kind === 'open' ? (
          <ExportControls>
            <button
              type="button"
              className="button"
              onClick={() => exporter.save(copyName(workspace.archive.name), state.bench.blob)}
            >
              <Icon name="download" />
              {rich('tamper.download')}
            </button>
          </ExportControls>
        ) : null}
        <CopyTextButton text={`${location.href.replace(/#.*$/s, '')}${hash}`}>{rich('tamper.link')}</CopyTextButton>
      </div>
      {view.src === null ? <p className="muted small">{rich('tamper.linkOwn')}</p> : null}
    </section>
  );
}

const DONE = 'tamper-done';

function Did({ change }: { change: Tamper }): ReactNode {
  const { rich, formatNumber } = useI18n();
  const place = formatTamper(change).replace(/^.*[@:]/, '');
  switch (change.kind) {
    case 'flip':
    case 'inside':
      return rich(`tamper.did.${change.kind}`, { n: change.layer, place });
    case 'byte':
      return rich('tamper.did.byte', { place });
    case 'swap':
      return rich('tamper.did.swap', { a: change.layers[0], b: change.layers[1] });
    case 'drop':
      return rich('tamper.did.drop', { n: change.layer });
    case 'orphan':
      return rich('tamper.did.orphan');
    case 'tag':
      return rich('tamper.did.tag', { tag: change.tag });
    case 'cut':
      return rich('tamper.did.cut', { size: <Ltr>{formatNumber(change.size)}</Ltr> });
  }
}
