import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { useView } from '../context';

/** What a teacher needs of the lesson: the page on a wall, and paper. */
export function TeacherLinks(): ReactNode {
  const { rich } = useI18n();
  const { update } = useView();
  return (
    <p className="lesson-teacher">
      <button type="button" className="button" onClick={() => update({ mode: 'present' })}>
        {rich('present.begin')}
      </button>
      <button type="button" className="button" onClick={() => update({ paper: 'handout' })}>
        {rich('paper.handout')}
      </button>
      <button type="button" className="button" onClick={() => update({ paper: 'teacher' })}>
        {rich('paper.teacher')}
      </button>
    </p>
  );
}
