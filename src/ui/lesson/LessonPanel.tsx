import { useEffect, type KeyboardEvent, type ReactNode } from 'react';
import { stepKey } from '../../app/lesson/lesson';
import { useI18n } from '../../i18n/i18n';
import { isolateAuto } from '../../i18n/visible';
import { useAnnounce } from '../common/announce';
import { onCopied } from '../common/copy';
import { Icon } from '../common/Icon';
import { PanelSwitch } from '../exercises/PanelSwitch';
import { SidePanel } from '../common/SidePanel';
import { useCommands } from '../common/useCommands';
import { useLesson, useServices, useView } from '../context';
import { ChapterList } from './ChapterList';
import './lesson.css';
import { useBoardInSight } from './showBoard';
import { StepBody } from './StepBody';
import { TeacherLinks } from './TeacherLinks';
import { LESSON_PANEL, toggleLesson } from './toggleLesson';

/** The lesson beside the page. Nothing of the page waits for it. */
export function LessonPanel(): ReactNode {
  const { t, rich } = useI18n();
  const { lesson } = useServices();
  const state = useLesson();
  const { view } = useView();
  const isOpen = view.lesson !== null && view.mode !== 'present';
  useCopies();
  useSpokenSteps();
  useBoardInSight(isOpen ? LESSON_PANEL : null);
  useCommands({ step: ({ by }) => (isOpen ? (by > 0 ? lesson.next : lesson.previous) : null) });
  if (!isOpen) return null;
  const { place, unknown } = state;
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
    event.preventDefault();
    if (event.key === 'PageDown') lesson.next();
    else lesson.previous();
  };
  return (
    <SidePanel
      id={LESSON_PANEL}
      label={t('lesson.title')}
      title={
        <>
          <Icon name="lesson" />
          {rich('lesson.title')}
        </>
      }
      closeLabel={rich('lesson.exit')}
      onClose={() => toggleLesson(lesson)}
      onKeyDown={press}
      head={
        <>
          <PanelSwitch current="lesson" />
          {place ? <ChapterList state={state} place={place} /> : null}
        </>
      }
      foot={
        place ? (
          <>
            <button type="button" className="button" disabled={place.isFirst} onClick={lesson.previous}>
              {rich('lesson.previous')}
            </button>
            <button type="button" className="button primary" onClick={lesson.next}>
              {rich(place.isLast ? 'lesson.finish' : 'lesson.next')}
            </button>
          </>
        ) : undefined
      }
    >
      {place ? (
        <>
          <StepBody key={stepKey(place.chapter.id, place.index)} state={state} place={place} />
          <TeacherLinks />
        </>
      ) : (
        <>
          <p role="alert">{rich('lesson.unknown', { id: unknown ?? '' })}</p>
          <p>
            <button type="button" className="button" onClick={() => lesson.goTo(state.chapters[0]?.id ?? '', 0)}>
              {rich('lesson.fromStart')}
            </button>
          </p>
        </>
      )}
    </SidePanel>
  );
}

/** Tells the lesson what is copied, by buttons and keys of this page and by the browser's own. */
function useCopies(): void {
  const { lesson } = useServices();
  useEffect(() => {
    const listen = new AbortController();
    const leave = onCopied(lesson.copied);
    addEventListener('copy', () => lesson.copied(String(getSelection() ?? '')), { signal: listen.signal });
    return () => {
      leave();
      listen.abort();
    };
  }, [lesson]);
}

/** Says where the reader is after each move. */
function useSpokenSteps(): void {
  const { t } = useI18n();
  const announce = useAnnounce();
  const { place } = useLesson();
  const words = place
    ? t('lesson.spoken', {
        step: place.index + 1,
        count: place.chapter.steps.length,
        title: { words: isolateAuto(place.step.title) },
      })
    : null;
  useEffect(() => {
    if (words !== null) announce(words);
  }, [words, announce]);
}
