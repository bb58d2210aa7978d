import type { ReactNode } from 'react';
import type { RowVerdict } from '../../core/model/integrity';
import type { Finding } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Icon } from './Icon';
import type { IconName } from './icons';
import './VerdictMark.css';

const GLYPH: Readonly<Record<RowVerdict, IconName>> = {
  matches: 'check',
  mismatch: 'differs',
  missing: 'missing',
  pending: 'waiting',
  unknown: 'unknown',
  ambiguous: 'warning',
  tolerated: 'info',
  unreferenced: 'stopped',
  repeated: 'copy',
  absent: 'stopped',
};

/** A verdict as glyph and word. Only a mismatch is loud. `children` replaces the word where more is known. */
export function VerdictMark({
  verdict,
  reason = null,
  children,
}: {
  verdict: RowVerdict;
  reason?: Finding['reason'];
  children?: ReactNode;
}): ReactNode {
  const { rich } = useI18n();
  return (
    <span className="verdict" data-verdict={verdict}>
      <Icon name={GLYPH[verdict]} size={12} />
      <span>
        {children ?? rich(`verdict.${verdict}`)}
        {reason === null ? null : <> ({rich(`reason.${reason}`)})</>}
      </span>
    </span>
  );
}
