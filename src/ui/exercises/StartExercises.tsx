import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { useServices, useView } from '../context';
import { toggleExercises } from './toggleExercises';

/** The offer of the exercises on the first page; gone while they are open. */
export function StartExercises(): ReactNode {
  const { rich } = useI18n();
  const { exercises } = useServices();
  if (useView().view.exercise !== null) return null;
  return (
    <p className="lesson-offer">
      <button type="button" className="button" onClick={() => toggleExercises(exercises)}>
        <Icon name="exercise" />
        {rich('exercises.start')}
      </button>
      <span className="muted">{rich('exercises.offer')}</span>
    </p>
  );
}
