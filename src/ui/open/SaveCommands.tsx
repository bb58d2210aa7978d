import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { CopyButton } from '../common/CopyButton';
import { SAVE_COMMANDS } from './commands';
import './SaveCommands.css';

/** How to get a tar that opens here. */
export function SaveCommands(): ReactNode {
  const { t } = useI18n();
  return (
    <ul className="save-commands">
      {SAVE_COMMANDS.map((command) => (
        <li key={command} dir="ltr">
          <Code>{command}</Code>
          <CopyButton text={command} label={`${t('app.copyCommand')}: ${command.split(' ', 1)[0] ?? ''}`} />
        </li>
      ))}
    </ul>
  );
}
