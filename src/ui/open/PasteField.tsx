import { useId, useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { useServices } from '../context';
import './PasteField.css';
import { readPaste, readText } from './readPaste';

/** A visible place to paste or write a document. A paste into the empty field opens at once, exactly as it came. */
export function PasteField(): ReactNode {
  const { rich } = useI18n();
  const { navigation } = useServices();
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);
  const id = useId();
  const take = (found: ReturnType<typeof readText>): boolean => {
    setRefused(found === 'not-json');
    if (found === null || found === 'not-json') return false;
    if ('link' in found) {
      navigation.openLink(found.link);
      return true;
    }
    navigation.openOwn(found.source);
    return true;
  };
  return (
    <details className="paste-field">
      <summary>
        <Icon name="chevron" />
        {rich('paste.title')}
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take(readText(text));
        }}
      >
        <label htmlFor={id}>{rich('paste.field')}</label>
        <textarea
          id={id}
          dir="ltr"
          rows={5}
          placeholder="registry.example/team/app:1.0"
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            if (text === '' && take(readPaste(event.clipboardData))) event.preventDefault();
          }}
        />
        <p role="status">{isRefused ? rich('paste.notJson') : null}</p>
        <p>
          <button type="submit" className="button" disabled={text.trim() === ''}>
            {rich('paste.open')}
          </button>
          <span className="muted">{rich('paste.anywhere')}</span>
        </p>
      </form>
    </details>
  );
}
