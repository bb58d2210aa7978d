import type { ReactNode } from 'react';
import type { ExercisePlace, ExercisesState } from '../../app/exercises/exercises';
import { EXERCISE_COUNT, type ExerciseText } from '../../app/exercises/model';
import { useI18n } from '../../i18n/i18n';
import { isolateAuto } from '../../i18n/visible';
import { useServices } from '../context';
import { PanelList } from '../lesson/PanelList';

/** The way to each exercise. */
export function ExerciseList({ state, place }: { state: ExercisesState; place: ExercisePlace }): ReactNode {
  const { t, rich } = useI18n();
  const { exercises } = useServices();
  const { all, progress, seat } = state;
  const spoken = ({ number, title }: ExerciseText): string => {
    const name = { words: t('exercises.name', { number, title: { words: isolateAuto(title) } }) };
    if (progress.shown.has(number)) return t('exercises.nameShown', { name });
    return progress.done.has(number) ? t('exercises.nameDone', { name }) : name.words;
  };
  return (
    <PanelList
      label={t('exercises.all')}
      entries={all.map((text) => ({
        number: text.number,
        title: text.title,
        spoken: spoken(text),
        isCurrent: text === place.text,
        isDone: progress.done.has(text.number),
        marks: [
          ...(text.isHard ? ['star' as const] : []),
          ...(progress.shown.has(text.number) ? ['info' as const] : []),
        ],
        onGo: () => exercises.goTo(text.number),
      }))}
      name={rich('exercises.progress', { done: progress.done.size, count: EXERCISE_COUNT })}
      beside={seat > 0 ? rich('exercises.seatNow', { seat }) : null}
    />
  );
}
