import type { ReactNode } from 'react';
import { opensSample } from '../../app/lesson/state';
import { stepKey, type LessonPlace, type LessonState } from '../../app/lesson/lesson';
import { useI18n } from '../../i18n/i18n';
import { CopyTextButton } from '../common/CopyTextButton';
import { Icon } from '../common/Icon';
import { useServices } from '../context';
import { FILE_INPUT } from '../open/FileButton';
import { Blocks, Inlines, Words } from './Blocks';
import { showBoard } from './showBoard';
import { StepCheck } from './StepCheck';

/** One step: what to know, what to do, and whether it is done. */
export function StepBody({ state, place }: { state: LessonState; place: LessonPlace }): ReactNode {
  const { rich } = useI18n();
  const { lesson } = useServices();
  const { chapter, step, index } = place;
  const count = chapter.steps.length;
  const isDone = state.done.has(stepKey(chapter.id, index));
  return (
    <>
      <header className="lesson-step">
        <p className="lesson-number">
          <span className="hidden">{rich('lesson.stepOf', { step: index + 1, count })}</span>
          <span aria-hidden="true" dir="ltr">
            <b>{index + 1}</b>/{count}
          </span>
        </p>
        <h3>
          <Words text={step.title} />
        </h3>
      </header>
      {index === 0 ? (
        <p className="muted small">
          {rich('lesson.objective')} <Inlines inlines={chapter.objective} />
        </p>
      ) : null}
      <Blocks blocks={step.prose} />
      <div className="lesson-task" data-done={isDone ? '' : undefined}>
        <h4>{rich('lesson.do')}</h4>
        <Blocks blocks={step.task} />
        {step.check ? <StepCheck check={step.check} answer={state.answer} /> : null}
        <p className="lesson-done" role="status">
          {isDone ? (
            <>
              <Icon name="check" />
              {rich('lesson.done')}
            </>
          ) : null}
        </p>
        <ShowButtons place={place} own={state.own} />
      </div>
      {index === count - 1 ? (
        <p className="lesson-key">
          <strong>{rich('lesson.key')}</strong> <Inlines inlines={chapter.key} />
        </p>
      ) : null}
      {step.notes.length > 0 || (index === 0 && chapter.notes) ? (
        <details className="lesson-notes">
          <summary>{rich('lesson.notes')}</summary>
          {index === 0 && chapter.notes ? (
            <p>
              <Inlines inlines={chapter.notes} />
            </p>
          ) : null}
          <Blocks blocks={step.notes} />
        </details>
      ) : null}
      <p>
        <CopyTextButton text={`${location.href.split('#')[0] ?? ''}${lesson.link()}`}>
          {rich('lesson.copyLink')}
        </CopyTextButton>
      </p>
    </>
  );
}

/** What the step is about, in its sample and, where the step allows it, in a file of the reader's own. */
function ShowButtons({ place, own }: { place: LessonPlace; own: string | null }): ReactNode {
  const { rich } = useI18n();
  const { lesson } = useServices();
  const show = (inOwn: boolean): void => {
    lesson.show(inOwn);
    showBoard();
  };
  return (
    <p className="lesson-show">
      {opensSample(place.step.state) ? (
        <button type="button" className="button" onClick={() => show(false)}>
          {rich('lesson.show')}
        </button>
      ) : (
        <button type="button" className="button" onClick={() => document.getElementById(FILE_INPUT)?.click()}>
          <Icon name="open" />
          {rich('app.open')}
        </button>
      )}
      {place.step.allowsOwn && own !== null ? (
        <button type="button" className="button" onClick={() => show(true)}>
          <span>{rich('lesson.withOwn', { name: own })}</span>
        </button>
      ) : null}
    </p>
  );
}
