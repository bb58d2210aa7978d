import type { ReactNode } from 'react';
import { HIDDEN_KINDS, type HiddenCounts, type HiddenKind } from '../../core/model/snapshot';
import { useI18n } from '../../i18n/i18n';
import { Ltr } from '../../i18n/isolates';

/** What a snapshot leaves out, with how many values there are of each kind; what is ticked stays in it. */
export function HideList({
  hide,
  counts,
  onHide,
}: {
  hide: readonly HiddenKind[];
  counts: HiddenCounts | null;
  onHide: (hide: readonly HiddenKind[]) => void;
}): ReactNode {
  const { rich, formatNumber } = useI18n();
  return (
    <fieldset className="share-hide">
      <legend>{rich('share.hide')}</legend>
      {HIDDEN_KINDS.map((kind) => (
        <label key={kind} className="share-tick">
          <input
            type="checkbox"
            checked={!hide.includes(kind)}
            onChange={({ target }) =>
              onHide(HIDDEN_KINDS.filter((each) => (each === kind ? !target.checked : hide.includes(each))))
            }
          />
          <span>
            {rich(`share.hide.${kind}`)}{' '}
            {counts === null ? null : <Ltr className="muted">({formatNumber(counts[kind])})</Ltr>}
          </span>
        </label>
      ))}
      <p className="muted small">{rich('share.hide.names')}</p>
    </fieldset>
  );
}
