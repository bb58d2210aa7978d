import type { ReactNode } from 'react';
import { encodedPart } from '../../core/model/digest';
import type { Facet, Finding } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Ltr } from '../../i18n/isolates';
import { Icon } from '../common/Icon';
import type { IconName } from '../common/icons';
import { V1IdMark } from '../common/V1IdMark';
import { VerdictMark } from '../common/VerdictMark';
import { cellState } from './cellState';
import { useSpanState } from './useSpanState';

const SHOWN_DIGITS = 6;

/** The verdict of a cell as glyph and words. `finding` is what decides it, where something does. */
export function CellVerdict({ facet, finding }: { facet: Facet; finding: Finding | null }): ReactNode {
  const { t, rich } = useI18n();
  const state = cellState(facet, finding, useSpanState(facet.span));
  switch (state.kind) {
    case 'finding':
      return <FindingVerdict finding={state.finding} />;
    case 'running':
      return (
        <span className="verdict" data-verdict="pending">
          <progress max={100} value={state.percent} aria-label={t('ladder.checking')} />
          <Ltr>{`${state.percent} %`}</Ltr>
        </span>
      );
    case 'failed':
      return <VerdictMark verdict="mismatch">{rich('ladder.failed')}</VerdictMark>;
    case 'v1Id':
      return <V1IdMark of={facet} />;
    case 'stopped':
      return <Quiet icon="stopped">{rich('ladder.stopped')}</Quiet>;
    case 'waiting':
      return <Quiet icon="waiting">{rich('ladder.queued')}</Quiet>;
    case 'computed':
      return <Quiet icon="derived">{rich('ladder.computed')}</Quiet>;
    case 'nothing':
      return <span className="hidden">{rich('ladder.nothing')}</span>;
  }
}

function FindingVerdict({ finding }: { finding: Finding }): ReactNode {
  const { rich, formatBytes } = useI18n();
  const { verdict, reason, actual, claim } = finding;
  if (verdict === 'matches') {
    const words = reason === 'recorded' ? 'snapshot.cell' : 'ladder.matches';
    return <VerdictMark verdict="matches">{rich(words)}</VerdictMark>;
  }
  if (verdict !== 'mismatch' || actual === null) return <VerdictMark verdict={verdict} reason={reason} />;
  const short = (text: string): string => `${encodedPart(text).slice(0, SHOWN_DIGITS)}…`;
  return (
    <VerdictMark verdict="mismatch">
      {claim.kind === 'size'
        ? rich('ladder.sizeSays', { claimed: formatBytes(Number(claim.claimed)), actual: formatBytes(Number(actual)) })
        : rich('ladder.nameSays', { claimed: short(claim.claimed), actual: short(actual) })}
    </VerdictMark>
  );
}

function Quiet({ icon, children }: { icon: IconName; children: ReactNode }): ReactNode {
  return (
    <span className="verdict" data-verdict="unknown">
      <Icon name={icon} size={12} />
      <span>{children}</span>
    </span>
  );
}
