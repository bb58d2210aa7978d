import type { ReactNode } from 'react';
import { stepKey, type LessonPlace, type LessonState } from '../../app/lesson/lesson';
import type { Chapter } from '../../app/lesson/model';
import { useI18n } from '../../i18n/i18n';
import { isolateAuto } from '../../i18n/visible';
import { useServices } from '../context';
import { Confirm } from '../exercises/Confirm';
import { Words } from './Blocks';
import { PanelList } from './PanelList';

/** The way to each chapter, and to begin again. */
export function ChapterList({ state, place }: { state: LessonState; place: LessonPlace }): ReactNode {
  const { t, rich } = useI18n();
  const { lesson } = useServices();
  const isDone = ({ id, steps }: Chapter): boolean => steps.every((_, index) => state.done.has(stepKey(id, index)));
  return (
    <PanelList
      label={t('lesson.allChapters')}
      entries={state.chapters.map((chapter, number) => {
        const { id, title } = chapter;
        const name = t('lesson.chapterName', { number, title: { words: isolateAuto(title) } });
        return {
          number,
          title,
          spoken: isDone(chapter) ? t('lesson.chapterDone', { name: { words: name } }) : name,
          isCurrent: chapter === place.chapter,
          isDone: isDone(chapter),
          onGo: () => lesson.goTo(id, 0),
        };
      })}
      name={<Words text={place.chapter.title} />}
      beside={rich('lesson.minutes', { count: place.chapter.minutes })}
      foot={
        <div className="lesson-show">
          <p className="muted small">{rich('handIn.kept')}</p>
          <Confirm
            question={rich('lesson.anewSure')}
            yes={rich('handIn.anewYes')}
            no={rich('exercises.no')}
            onYes={lesson.startAnew}
          >
            {rich('handIn.anew')}
          </Confirm>
        </div>
      }
    />
  );
}
