import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { isTextField, keyName } from '../../app/keys';
import { SCALES } from '../../app/viewState';
import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from '../common/announce';
import { useLesson, useServices, useView } from '../context';
import { Words } from '../lesson/Blocks';
import './present.css';
import { Speaker } from './Speaker';
import { useOtherWindow } from './useOtherWindow';

/** What a presentation adds to the page: the step in a corner, a black screen, the keys of a clicker, and a window for the speaker. */
export function Present(): ReactNode {
  const { t, rich } = useI18n();
  const { view, lesson } = useServices();
  const announce = useAnnounce();
  const { place } = useLesson();
  const { board } = useView().view;
  const [isBlank, setBlank] = useState(false);
  const other = useOtherWindow(t('present.title'));

  const move = useCallback(
    (by: 1 | -1): void => {
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

  const press = useCallback(
    (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTextField(event.target)) return;
      const key = keyName(event);
      if (isBlank) setBlank(false);
      else if (key === 'b' || key === '.') setBlank(true);
      else if (key === 'PageDown' || (key === ' ' && isOfPage(event.target))) move(1);
      else if (key === 'PageUp') move(-1);
      else if (key === '+' || key === '=') resize(1);
      else if (key === '-') resize(-1);
      else if (key === '0') resize(0);
      else if (key === 's') openOther();
      else if (key === 'Escape' && view.getView().sel === null) view.update({ mode: 'page' });
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    [isBlank, move, resize, openOther, view],
  );
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
  return target === document.body || target === document.documentElement;
}
