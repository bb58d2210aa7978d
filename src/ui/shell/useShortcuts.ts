import { useEffect } from 'react';
import { isTextField } from '../../app/keys';
import type { SessionState } from '../../app/state';
import { SAMPLE_NAMES } from '../../app/samples';
import { BOARDS, THEMES } from '../../app/viewState';
import { useKeyReader } from '../common/useKeyReader';
import { openSheet } from '../common/Sheet';
import { useServices } from '../context';
import { FILE_INPUT } from '../open/FileButton';
import { toggleLesson } from '../lesson/toggleLesson';
import { SAVE_BUTTON } from '../save/SaveButton';
import { SHARE_BUTTON } from '../share/ShareButton';
import { KEYS_BUTTON } from './KeySheet';
import { REPORT_BUTTON } from './ReportButton';

/** The keys that work everywhere. Copying and finding belong to the boards. */
export function useShortcuts(state: SessionState): void {
  const { session, view, navigation, lesson, bench } = useServices();
  const isOpen = state.kind === 'open';
  const isEmpty = state.kind === 'empty';
  const makeReader = useKeyReader();
  useEffect(() => {
    const read = makeReader();
    const press = (event: KeyboardEvent): void => {
      const action = read(event);
      // An open sheet takes all keys but the one that closes it again; Escape is the browser's, saving and opening are not.
      const sheet = openSheet();
      if (sheet !== null && action?.kind !== sheet) {
        if (action?.kind === 'save' || action?.kind === 'open') event.preventDefault();
        return;
      }
      switch (action?.kind) {
        case 'open':
          document.getElementById(FILE_INPUT)?.click();
          break;
        case 'save':
          document.getElementById(SAVE_BUTTON)?.click();
          break;
        case 'share':
          document.getElementById(SHARE_BUTTON)?.click();
          break;
        case 'report':
          document.getElementById(REPORT_BUTTON)?.click();
          break;
        case 'help':
          document.getElementById(KEYS_BUTTON)?.click();
          break;
        case 'board': {
          // On the first page, where there are no boards, the digits are the samples.
          const { src, mode } = view.getView();
          const isFirst = isEmpty && src === null && mode !== 'embed';
          const sample = isFirst ? SAMPLE_NAMES[BOARDS.indexOf(action.board)] : undefined;
          if (isOpen) view.update({ board: action.board });
          else if (sample !== undefined) navigation.openSample(sample);
          else return;
          break;
        }
        case 'select':
          if (!isOpen) return;
          view.update({ sel: action.part });
          break;
        case 'dismiss':
          // An open popover takes Escape for itself.
          if (document.querySelector('.popover')) return;
          if (view.getView().sel !== null) view.update({ sel: null });
          else session.cancel();
          break;
        case 'lesson':
          toggleLesson(lesson);
          break;
        case 'present':
          view.update({ mode: view.getView().mode === 'present' ? 'page' : 'present' });
          break;
        case 'undo':
          // Anywhere else it is the browser's, as in a text.
          if (view.getView().board !== 'tamper' || view.getView().flip === null || isTextField(event.target)) return;
          bench.undo();
          break;
        case 'theme': {
          const at = THEMES.indexOf(view.getView().theme);
          view.update({ theme: THEMES[(at + 1) % THEMES.length] ?? 'auto' });
          break;
        }
        default:
          // The browser's own paste is what opens something.
          return;
      }
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [session, view, navigation, lesson, bench, isOpen, isEmpty, makeReader]);
}
