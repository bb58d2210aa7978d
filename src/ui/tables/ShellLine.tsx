import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { CopyButton } from '../common/CopyButton';

/** A line for a shell, to be copied. */
export function ShellLine({ shell }: { shell: string }): ReactNode {
  const { t } = useI18n();
  return (
    <span className="integrity-shell" dir="ltr">
      <Code>{`$ ${shell}`}</Code>
      <CopyButton text={shell} label={t('app.copyCommand')} />
    </span>
  );
}
