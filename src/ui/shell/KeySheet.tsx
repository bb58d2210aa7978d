import { Fragment, useId, useState, type ReactNode } from 'react';
import { SAMPLE_NAMES } from '../../app/samples';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { Sheet } from '../common/Sheet';
import { useView } from '../context';
import { keyLines, type KeyLine } from './keyList';
import './KeySheet.css';

/** Id of the button, for the keyboard shortcut. */
export const KEYS_BUTTON = 'keys';

const COMMAND = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'Cmd' : 'Ctrl';

/** A button that shows which keys there are, with the switch that turns the single ones off; pressed again, hides them. */
export function KeySheet(): ReactNode {
  const i18n = useI18n();
  const { t, rich } = i18n;
  const [isOpen, setOpen] = useState(false);
  const inGrids: readonly KeyLine[] = [
    { presses: [[t('keys.arrows')]], does: t('keys.move') },
    { presses: [['Home / End']], does: t('keys.ends') },
    { presses: [['Enter']], does: t('keys.pin') },
    { presses: [['O']], does: t('keys.follow') },
  ];
  const onFirst: KeyLine = { presses: [['1']], to: `${SAMPLE_NAMES.length}`, does: t('keys.samples') };
  const inLesson: readonly KeyLine[] = [
    { presses: [['PageDown / PageUp']], does: t('keys.steps') },
    { presses: [['H']], does: t('keys.hint') },
  ];
  return (
    <>
      <button
        id={KEYS_BUTTON}
        type="button"
        className="button bare"
        aria-label={t('keys.title')}
        title={t('keys.title')}
        aria-haspopup="dialog"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="keys" size={16} />
      </button>
      <Sheet
        open={isOpen}
        action="help"
        title={rich('keys.title')}
        className="key-sheet"
        onClose={() => setOpen(false)}
      >
        <SingleKeys />
        <h3>{rich('keys.page')}</h3>
        <Lines lines={[...keyLines(i18n, COMMAND), onFirst, ...inLesson]} />
        <h3>{rich('keys.grid')}</h3>
        <Lines lines={inGrids} />
      </Sheet>
    </>
  );
}

function SingleKeys(): ReactNode {
  const { rich } = useI18n();
  const { view, update } = useView();
  const why = useId();
  return (
    <div>
      <label className="key-switch">
        <input
          type="checkbox"
          aria-describedby={why}
          checked={view.keys === 'all'}
          onChange={(event) => update({ keys: event.target.checked ? 'all' : 'commands' })}
        />
        {rich('keys.single')}
      </label>
      <p id={why} className="small muted">
        {rich('keys.singleWhy')}
      </p>
    </div>
  );
}

function Lines({ lines }: { lines: readonly KeyLine[] }): ReactNode {
  const { rich } = useI18n();
  return (
    <dl className="key-lines">
      {lines.map(({ presses, to, does }) => (
        <div key={does}>
          <dt>
            {presses.map((keys, index) => (
              <Fragment key={`${index}`}>
                {index > 0 ? <span className="muted">{rich('keys.then')}</span> : null}
                <kbd dir="ltr" lang="en">
                  {keys.join('+')}
                </kbd>
              </Fragment>
            ))}
            {to === undefined ? null : (
              <>
                <span className="muted">{rich('keys.to')}</span>
                <kbd dir="ltr" lang="en">
                  {to}
                </kbd>
              </>
            )}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
