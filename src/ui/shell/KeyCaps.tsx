import { Fragment, type ReactNode } from 'react';
import type { Keys } from '../../app/commands';
import { useI18n } from '../../i18n/i18n';
import './KeyCaps.css';
import { printedKey, useLayoutMap } from './layoutMap';

const COMMAND = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'Cmd' : 'Ctrl';

/** Keys without a name printed on them. */
const WORDS = {
  ArrowUp: 'keys.up',
  ArrowDown: 'keys.down',
  ArrowLeft: 'keys.left',
  ArrowRight: 'keys.right',
  ' ': 'keys.space',
} as const;

/** What to press, as it is printed on the keys of the reader; any of several does. */
export function KeyCaps({ keys, to = null }: { keys: readonly Keys[]; to?: string | null }): ReactNode {
  const { rich } = useI18n();
  return (
    <span className="key-caps">
      {keys.map(({ key, command, alt, after }, index) => (
        <Fragment key={`${command ?? ''}${alt ?? ''}${key}`}>
          {index > 0 ? <span className="muted">{rich('keys.or')}</span> : null}
          {after === undefined ? null : (
            <>
              <Cap name={after} />
              <span className="muted">{rich('keys.then')}</span>
            </>
          )}
          <Cap name={key} held={command ? COMMAND : alt ? 'Alt' : null} />
        </Fragment>
      ))}
      {to === null ? null : (
        <>
          <span className="muted">{rich('keys.to')}</span>
          <Cap name={to} />
        </>
      )}
    </span>
  );
}

function Cap({ name, held = null }: { name: string; held?: string | null }): ReactNode {
  const { t, lang } = useI18n();
  const layout = useLayoutMap();
  const isWord = Object.hasOwn(WORDS, name);
  const printed = isWord ? t(WORDS[name as keyof typeof WORDS]) : printedKey(name, layout);
  return (
    <kbd dir="ltr" lang="en">
      {held === null ? null : `${held}+`}
      <bdi lang={isWord ? lang : undefined}>{printed.length === 1 ? printed.toUpperCase() : printed}</bdi>
    </kbd>
  );
}
