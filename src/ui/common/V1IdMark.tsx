import type { ReactNode } from 'react';
import type { V1IdKind } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Icon } from './Icon';
import type { IconName } from './icons';

const GLYPH: Readonly<Record<V1IdKind, IconName>> = {
  random: 'random',
  'docker-save': 'same',
  skopeo: 'same',
  unmatched: 'unknown',
  derived: 'derived',
};

/** How a v1 ID came about, in place of a verdict: no v1 ID is a hash of the bytes alone. The whole of it is the title. */
export function V1IdMark({ kind }: { kind: V1IdKind }): ReactNode {
  const { t, rich } = useI18n();
  return (
    <span className="verdict" data-verdict="unknown" title={t(`v1Id.${kind}`)}>
      <Icon name={GLYPH[kind]} size={12} />
      <span>{rich(`ladder.v1Id.${kind}`)}</span>
    </span>
  );
}
