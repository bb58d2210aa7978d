import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Note } from '../common/Note';
import { useLesson, useServices } from '../context';

/** Says why a file that begins as a chapter cannot be opened as one. */
export function RefusedChapter(): ReactNode {
  const { rich, list } = useI18n();
  const { lesson } = useServices();
  const { refused } = useLesson();
  if (!refused) return null;
  const reasons = refused.problems.map(({ code, line, found }) => (
    <span key={`${line} ${code} ${found}`}>
      {rich('lesson.problemAt', { line, problem: rich(`lessonProblem.${code}`, { found }) })}
    </span>
  ));
  return (
    <Note onClose={lesson.dismissRefused}>
      {rich('lesson.refused', { name: refused.name })} {list(reasons)}
    </Note>
  );
}
