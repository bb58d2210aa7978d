import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { useServices, useView } from '../context';
import './lesson.css';
import { toggleLesson } from './toggleLesson';

/** The offer of the lesson on the first page; gone while the lesson is open. */
export function StartLesson(): ReactNode {
  const { rich } = useI18n();
  const { lesson } = useServices();
  if (useView().view.lesson !== null) return null;
  return (
    <p className="lesson-offer">
      <button type="button" className="button" onClick={() => toggleLesson(lesson)}>
        <Icon name="lesson" />
        {rich('lesson.start')}
      </button>
      <span className="muted">{rich('lesson.offer')}</span>
    </p>
  );
}
