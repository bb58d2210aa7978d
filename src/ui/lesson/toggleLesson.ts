import type { Lesson } from '../../app/lesson/lesson';

/** Id of the panel, which has the focus when the lesson is opened. */
export const LESSON_PANEL = 'lesson';
/** Id of the button of the top bar, which has it when the lesson is closed. */
export const LESSON_BUTTON = 'open-lesson';

/** Opens the lesson, or closes it; the focus goes along. */
export function toggleLesson(lesson: Lesson): void {
  lesson.toggle();
  // React has it on the page after this.
  requestAnimationFrame(() =>
    (document.getElementById(LESSON_PANEL) ?? document.getElementById(LESSON_BUTTON))?.focus(),
  );
}
