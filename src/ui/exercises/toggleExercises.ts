import type { Exercises } from '../../app/exercises/exercises';
import { LESSON_BUTTON } from '../lesson/toggleLesson';

/** Id of the panel, which has the focus when the exercises are opened. */
export const EXERCISE_PANEL = 'exercises';

/** Opens the exercises, or closes them; the focus goes along. */
export function toggleExercises(exercises: Exercises): void {
  exercises.toggle();
  // React has it on the page after this.
  requestAnimationFrame(() =>
    (document.getElementById(EXERCISE_PANEL) ?? document.getElementById(LESSON_BUTTON))?.focus(),
  );
}
