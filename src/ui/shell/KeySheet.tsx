import { useId, useState, type ReactNode } from 'react';
import type { KeyPlace } from '../../app/commands';
import type { MessageId } from '../../i18n/en';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { Sheet } from '../common/Sheet';
import { useView } from '../context';
import { KeyCaps } from './KeyCaps';
import { keyLines, type KeyLine } from './keyList';
import './KeySheet.css';

/** Id of the button, for the keyboard shortcut. */
export const KEYS_BUTTON = 'keys';

/** What is listed together. */
const SECTIONS = [
  { title: 'keys.page', places: ['page', 'first'] },
  { title: 'keys.grid', places: ['grid'] },
  { title: 'lesson.title', places: ['panel'] },
  { title: 'present.label', places: ['present'] },
] as const satisfies readonly { readonly title: MessageId; readonly places: readonly KeyPlace[] }[];

/** A button that shows which keys there are, with the switch that turns the single ones off; pressed again, hides them. */
export function KeySheet(): ReactNode {
  const i18n = useI18n();
  const { t, rich } = i18n;
  const [isOpen, setOpen] = useState(false);
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
        {SECTIONS.map(({ title, places }) => (
          <section key={title}>
            <h3>{rich(title)}</h3>
            <Lines lines={places.flatMap((place) => keyLines(i18n, place))} />
          </section>
        ))}
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
  return (
    <dl className="key-lines">
      {lines.map(({ keys, to, does }) => (
        <div key={does}>
          <dt>
            <KeyCaps keys={keys} to={to} />
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
