import { useState, type ReactNode } from 'react';
import { stepKey, type LessonPlace, type LessonState } from '../../app/lesson/lesson';
import type { Chapter } from '../../app/lesson/model';
import { isolateAuto } from '../../i18n/visible';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { useServices } from '../context';
import { Words } from './Blocks';

/** The way to each chapter: a dot each, and below the chapter's name, which opens the list of all names. */
export function ChapterList({ state, place }: { state: LessonState; place: LessonPlace }): ReactNode {
  const { t, rich } = useI18n();
  const { lesson } = useServices();
  const [isOpen, setOpen] = useState(false);
  const { chapter } = place;
  const number = state.chapters.indexOf(chapter);
  const go = (to: Chapter): void => {
    lesson.goTo(to.id, 0);
    setOpen(false);
  };
  return (
    <>
      <nav aria-label={t('lesson.chapters')}>
        <ol className="lesson-dots">
          {state.chapters.map((each, index) => {
            const name = t('lesson.chapterName', { number: index, title: { words: isolateAuto(each.title) } });
            return (
              <li key={each.id}>
                <button
                  type="button"
                  className="lesson-dot"
                  aria-current={each === chapter ? 'step' : undefined}
                  data-done={isDone(state, each) ? '' : undefined}
                  aria-label={isDone(state, each) ? t('lesson.chapterDone', { name: { words: name } }) : name}
                  title={name}
                  onClick={() => go(each)}
                >
                  {index}
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
      <div className="lesson-chapter">
        <button
          type="button"
          className="lesson-name"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          title={t('lesson.allChapters')}
        >
          <strong>
            <Words text={chapter.title} />
          </strong>
          <Icon name="chevron" size={12} />
        </button>
        <span className="muted small">{rich('lesson.minutes', { count: chapter.minutes })}</span>
      </div>
      {isOpen ? (
        <ol className="lesson-names" start={0}>
          {state.chapters.map((each, index) => (
            <li key={each.id}>
              <button
                type="button"
                className="button bare"
                aria-current={index === number ? 'step' : undefined}
                onClick={() => go(each)}
              >
                <span className="lesson-names-number">{index}</span>
                <Words text={each.title} />
                {isDone(state, each) ? <Icon name="check" /> : null}
              </button>
            </li>
          ))}
        </ol>
      ) : null}
    </>
  );
}

function isDone(state: LessonState, chapter: Chapter): boolean {
  return chapter.steps.every((_, index) => state.done.has(stepKey(chapter.id, index)));
}
