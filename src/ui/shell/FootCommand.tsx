import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { CopyButton } from '../common/CopyButton';

/** The line for a shell that shows the same as the screen. */
export function FootCommand({ command }: { command: string }): ReactNode {
  const { t } = useI18n();
  return (
    <p className="foot-line foot-command" dir="ltr">
      <Code>{`$ ${command}`}</Code>
      <CopyButton text={command} label={t('app.copyCommand')} />
    </p>
  );
}
