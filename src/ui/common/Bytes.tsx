import type { ReactNode } from 'react';
import { Ltr } from '../../i18n/isolates';
import { useI18n } from '../../i18n/i18n';

/** A size with its unit, as one left-to-right run; the exact number of bytes as title. */
export function Bytes({ value, className }: { value: number; className?: string }): ReactNode {
  const { formatBytes, formatExactBytes } = useI18n();
  return (
    <Ltr {...(className === undefined ? {} : { className })}>
      <span title={formatExactBytes(value)}>{formatBytes(value)}</span>
    </Ltr>
  );
}
