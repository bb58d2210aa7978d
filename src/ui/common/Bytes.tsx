import type { ReactNode } from 'react';
import { Ltr } from '../../i18n/isolates';
import { useI18n } from '../../i18n/i18n';

/** A size with its unit, as one left-to-right run; the exact number of bytes as title. */
export function Bytes({ value, className }: { value: number; className?: string }): ReactNode {
  const { formatBytes, formatNumber } = useI18n();
  return (
    <Ltr {...(className === undefined ? {} : { className })}>
      <span title={`${formatNumber(value)} B`}>{formatBytes(value)}</span>
    </Ltr>
  );
}
