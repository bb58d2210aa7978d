import { useEffect, type ReactNode } from 'react';
import { EXERCISE_COUNT } from '../../app/exercises/model';
import { useI18n } from '../../i18n/i18n';
import { isolateAuto } from '../../i18n/visible';
import { useAnnounce } from '../common/announce';
import { Icon } from '../common/Icon';
import { SidePanel } from '../common/SidePanel';
import { useCommands } from '../common/useCommands';
import { useExercises, useServices, useView } from '../context';
import '../lesson/lesson.css';
import { useBoardInSight } from '../lesson/showBoard';
import { ExerciseBody } from './ExerciseBody';
import { ExerciseList } from './ExerciseList';
import './exercises.css';
import { HandIn } from './HandIn';
import { PanelSwitch } from './PanelSwitch';
import { EXERCISE_PANEL, toggleExercises } from './toggleExercises';

/** The exercises beside the page. Nothing of the page waits for them. */
export function ExercisePanel(): ReactNode {
  const { t, rich } = useI18n();
  const { exercises } = useServices();
  const { view } = useView();
  const state = useExercises();
  const { place, seat } = state;
  const isOpen = place !== null && view.lesson === null;
  useSpokenExercise();
  useBoardInSight(isOpen ? `${place.text.number}` : null);
  const hasHint = isOpen && place.attempt.hints < place.text.hints.length;
  useCommands({ hint: () => (hasHint ? exercises.hint : null) });
  if (!isOpen) return null;
  const { number } = place.text;
  return (
    <SidePanel
      id={EXERCISE_PANEL}
      label={t('exercises.title')}
      title={
        <>
          <Icon name="exercise" />
          {rich('exercises.title')}
        </>
      }
      closeLabel={rich('exercises.close')}
      onClose={() => toggleExercises(exercises)}
      head={
        <>
          <PanelSwitch current="exercises" />
          <ExerciseList state={state} place={place} />
        </>
      }
      foot={
        <>
          <button type="button" className="button" disabled={number === 1} onClick={() => exercises.goTo(number - 1)}>
            {rich('exercises.previous')}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={number === EXERCISE_COUNT}
            onClick={() => exercises.goTo(number + 1)}
          >
            {rich('exercises.next')}
          </button>
        </>
      }
    >
      <ExerciseBody key={`${number}/${seat}`} state={state} place={place} />
      <HandIn key={seat} state={state} />
    </SidePanel>
  );
}

/** Says which exercise it is after each move. */
function useSpokenExercise(): void {
  const { t } = useI18n();
  const announce = useAnnounce();
  const { place } = useExercises();
  const words = place
    ? t('exercises.spoken', {
        number: place.text.number,
        count: EXERCISE_COUNT,
        title: { words: isolateAuto(place.text.title) },
      })
    : null;
  useEffect(() => {
    if (words !== null) announce(words);
  }, [words, announce]);
}
