import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { useServices } from '../context';
import { toggleLesson } from '../lesson/toggleLesson';
import './exercises.css';
import { toggleExercises } from './toggleExercises';

/** The way from the lesson to the exercises and back: one of them is beside the page. */
export function PanelSwitch({ current }: { current: 'lesson' | 'exercises' }): ReactNode {
  const { t, rich } = useI18n();
  const { lesson, exercises } = useServices();
  const isLesson = current === 'lesson';
  return (
    <div className="panel-switch" role="group" aria-label={t('exercises.switch')}>
      <button
        type="button"
        className="button"
        aria-pressed={isLesson}
        onClick={() => (isLesson ? undefined : toggleLesson(lesson))}
      >
        {rich('lesson.title')}
      </button>
      <button
        type="button"
        className="button"
        aria-pressed={!isLesson}
        onClick={() => (isLesson ? toggleExercises(exercises) : undefined)}
      >
        {rich('exercises.title')}
      </button>
    </div>
  );
}
