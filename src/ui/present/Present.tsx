import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Way } from '../../app/commands';
import { isTextField } from '../../app/keys';
import { stepKey } from '../../app/lesson/lesson';
import { SCALES } from '../../app/viewState';
import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from '../common/announce';
import { openSheet } from '../common/Sheet';
import { useCommands } from '../common/useCommands';
import { useKeyReader } from '../common/useKeyReader';
import { useLesson, useServices, useView } from '../context';
import { Words } from '../lesson/Blocks';
import { useBoardInSight } from '../lesson/showBoard';
import './present.css';
import { Speaker } from './Speaker';
import { useOtherWindow } from './useOtherWindow';

/** What a presentation adds to the page: the step in a corner, a black screen, the keys of a clicker, and a window for the speaker. */
export function Present(): ReactNode {
  const { t, rich } = useI18n();
  const { view, lesson, offers } = useServices();
  const announce = useAnnounce();
  const { place } = useLesson();
  const { board } = useView().view;
  const makeReader = useKeyReader();
  const [isBlank, setBlank] = useState(false);
  const other = useOtherWindow(t('present.title'));
  useBoardInSight(place ? stepKey(place.chapter.id, place.index) : null);

  const move = useCallback(
    (by: Way): void => {
      if (view.getView().lesson === null) return;
      if (by > 0) lesson.next();
      else lesson.previous();
      lesson.show();
    },
    [view, lesson],
  );
  const resize = useCallback(
    (by: number): void => {
      const at = SCALES.indexOf(view.getView().scale);
      const scale = by === 0 ? '1.6' : SCALES[at + by];
      if (scale !== undefined) view.update({ scale });
    },
    [view],
  );
  const openOther = useCallback((): void => {
    if (!other.open()) announce(t('present.blocked'));
  }, [other, announce, t]);

  useCommands({
    step: ({ by }) => (view.getView().lesson === null ? null : () => move(by)),
    blank: () => () => setBlank(true),
    speaker: () => openOther,
    scale:
      ({ by }) =>
      () =>
        resize(by),
  });

  const press = useMemo(() => {
    const read = makeReader(() => ['present']);
    return (event: KeyboardEvent): void => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      const action = read(event);
      if (openSheet() || isTextField(target)) return;
      const isPlain = !ctrlKey && !metaKey && !altKey;
      const leaves = key === 'Escape' && isPlain && view.getView().sel === null;
      const isFree = key !== ' ' || isOfPage(target);
      const run = action && isFree ? offers.find(action) : leaves ? () => view.update({ mode: 'page' }) : null;
      if (isBlank && isPlain) setBlank(false);
      else if (run) run();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
  }, [makeReader, offers, view, isBlank]);
  useEffect(() => {
    const windows = [window, ...(other.window ? [other.window] : [])];
    for (const each of windows) each.addEventListener('keydown', press, { capture: true });
    return () => {
      for (const each of windows) each.removeEventListener('keydown', press, { capture: true });
    };
  }, [press, other.window]);

  return (
    <>
      <aside className="present-bar" aria-label={t('present.label')}>
        {place ? (
          <>
            <b dir="ltr">
              {place.chapter.id}.{place.index + 1}
            </b>
            <span>
              <Words text={place.step.title} />
            </span>
          </>
        ) : (
          <span>{rich(`board.${board}`)}</span>
        )}
        <details className="present-keys">
          <summary>{rich('present.label')}</summary>
          <div>
            <p>{rich('present.keys')}</p>
            <p className="present-buttons">
              <button type="button" className="button" onClick={openOther}>
                {rich('present.window')}
              </button>
              <button type="button" className="button" onClick={() => view.update({ mode: 'page' })}>
                {rich('present.leave')}
              </button>
            </p>
          </div>
        </details>
      </aside>
      {isBlank ? (
        <div className="present-blank" role="status" onPointerDown={() => setBlank(false)}>
          <span className="hidden">{rich('present.blank')}</span>
        </div>
      ) : null}
      {other.body
        ? createPortal(<Speaker isBlank={isBlank} onBlank={setBlank} onMove={move} onResize={resize} />, other.body)
        : null}
    </>
  );
}

/** Space is a clicker's next where nothing of the page takes it. */
function isOfPage(target: EventTarget | null): boolean {
  // Elements of the speaker's window are of classes of their own.
  const { nodeName } = target as Node;
  return nodeName === 'BODY' || nodeName === 'HTML';
}
