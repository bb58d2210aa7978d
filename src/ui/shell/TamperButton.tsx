import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { useView } from '../context';

/** The way from the three columns to the tamper bench; from every board while a copy is changed there. */
export function TamperButton({ imageKey }: { imageKey: string | null }): ReactNode {
  const { rich } = useI18n();
  const { view, update } = useView();
  const isChanged = view.flip !== null;
  if (imageKey === null || view.board === 'tamper' || (view.board !== 'ladder' && !isChanged)) return null;
  return (
    <button
      type="button"
      className="button tamper-open"
      data-changed={isChanged ? '' : undefined}
      onClick={() => update({ board: 'tamper' })}
    >
      {rich(isChanged ? 'tamper.active' : 'tamper.open')}
    </button>
  );
}
