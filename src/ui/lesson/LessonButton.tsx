import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { useServices, useView } from '../context';
import { LESSON_BUTTON, toggleLesson } from './toggleLesson';

/** Opens the lesson, or closes it. */
export function LessonButton(): ReactNode {
  const { rich } = useI18n();
  const { lesson } = useServices();
  const isOpen = useView().view.lesson !== null;
  return (
    <button
      id={LESSON_BUTTON}
      type="button"
      className="button lesson-button"
      aria-pressed={isOpen}
      onClick={() => toggleLesson(lesson)}
    >
      <Icon name="lesson" />
      {rich('lesson.title')}
    </button>
  );
}
