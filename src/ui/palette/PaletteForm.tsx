import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Command } from '../../app/commands';
import { makeI18n, useI18n } from '../../i18n/i18n';
import { useView } from '../context';
import { commandText } from '../shell/commandText';
import { KeyCaps } from '../shell/KeyCaps';
import { search } from './search';

/** How far Page Up and Page Down go. */
const PAGE = 8;

/** A field to type in and the commands that have these words, one of which Enter runs (ARIA APG: an editable combobox with a list). */
export function PaletteForm({
  commands,
  onRun,
}: {
  commands: readonly Command[];
  onRun: (command: Command) => void;
}): ReactNode {
  const i18n = useI18n();
  const { t, rich } = i18n;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState(0);
  const texts = useMemo(() => {
    // Many know the words of the field in English alone.
    const english = makeI18n('en');
    return new Map(commands.map(({ action }) => [action, [commandText(i18n, action), commandText(english, action)]]));
  }, [commands, i18n]);
  const found = useMemo(
    () => search(commands, query, ({ action }) => texts.get(action) ?? []),
    [commands, query, texts],
  );
  const active = Math.min(wanted, found.length - 1);
  const optionId = (index: number): string => `${id}-${index}`;
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active, found]);

  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || found.length === 0) return;
    const last = found.length - 1;
    const next = {
      ArrowDown: active === last ? 0 : active + 1,
      ArrowUp: active === 0 ? last : active - 1,
      PageDown: Math.min(last, active + PAGE),
      PageUp: Math.max(0, active - PAGE),
    }[event.key];
    const command = found[active];
    if (next !== undefined) setWanted(next);
    else if (event.key === 'Enter' && command) onRun(command);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        type="text"
        role="combobox"
        className="palette-field"
        data-focus-first
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('palette.label')}
        placeholder={t('palette.label')}
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? optionId(active) : undefined}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setWanted(0);
        }}
        onKeyDown={press}
      />
      <div ref={list} id={`${id}-list`} className="palette-list" role="listbox" aria-label={t('palette.title')}>
        {found.map((command, index) => (
          // Its keys are those of the field.
          <div
            key={JSON.stringify(command.action)}
            id={optionId(index)}
            className="palette-option"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerMove={() => setWanted(index)}
            onClick={() => onRun(command)}
          >
            <span>{texts.get(command.action)?.[0]}</span>
            <Keys command={command} />
          </div>
        ))}
      </div>
      <p className={found.length > 0 ? 'hidden' : 'muted'} role="status">
        {found.length > 0 ? t('palette.count', { count: found.length }) : rich('palette.none')}
      </p>
    </>
  );
}

/** The keys that do the same now. */
function Keys({ command }: { command: Command }): ReactNode {
  const { view } = useView();
  const keys = command.keys.filter(
    ({ place, command: held, alt }) =>
      (place === 'page' || (place === 'present' && view.mode === 'present')) && (view.keys === 'all' || held || alt),
  );
  return keys.length === 0 ? null : <KeyCaps keys={keys} />;
}
