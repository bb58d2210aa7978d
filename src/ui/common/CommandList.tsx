import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import './CommandList.css';
import { CopyButton } from './CopyButton';

/** Lines for a shell, each to be copied. */
export function CommandList({ commands }: { commands: readonly string[] }): ReactNode {
  const { t } = useI18n();
  return (
    <ul className="command-list" dir="ltr">
      {commands.map((command) => (
        <li key={command}>
          <Code>{command}</Code>
          <CopyButton
            text={command}
            label={`${t('app.copyCommand')}${t('list.colon')}${command.split(' ', 1)[0] ?? ''}`}
          />
        </li>
      ))}
    </ul>
  );
}
