import type { ReactNode } from 'react';
import type { V1IdKind } from '../../core/model/v1Id';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { v1IdText, zoneName, type V1IdTold } from './v1IdText';

const GLYPH: Readonly<Record<V1IdKind, IconName>> = {
  random: 'random',
  'docker-save': 'same',
  skopeo: 'same',
  schema1: 'same',
  ggcr: 'same',
  'ggcr-form': 'unknown',
  'chain-id': 'same',
  'diff-id': 'same',
  unmatched: 'unknown',
  derived: 'derived',
};

/** How a v1 ID came about, in place of a verdict: no v1 ID is a hash of the bytes alone. The whole of it is the title. */
export function V1IdMark({ of }: { of: V1IdTold }): ReactNode {
  const { t, rich } = useI18n();
  if (of.v1IdKind === null) return null;
  return (
    <span className="verdict" data-verdict="unknown" title={v1IdText({ t }, of)}>
      <Icon name={GLYPH[of.v1IdKind]} size={12} />
      <span>
        {rich(`ladder.v1Id.${of.v1IdKind}`)} {of.v1IdZone === null ? null : <Code>{zoneName(of.v1IdZone)}</Code>}
      </span>
    </span>
  );
}

/** The same in whole sentences: the rule, the formula, and the clock that it depends on. */
export function V1IdWords({ of: { v1IdKind: kind, v1IdZone: zone } }: { of: V1IdTold }): ReactNode {
  const { rich } = useI18n();
  if (kind === null) return null;
  return (
    <>
      {rich(`v1Id.${kind}`)}. {kind === 'random' || kind === 'unmatched' ? null : rich(`v1IdFormula.${kind}`)}{' '}
      {zone === null ? null : rich('v1Id.zone', { zone: zoneName(zone) })}
    </>
  );
}
