import { useEffect } from 'react';
import { createKeyReader } from '../../app/keys';
import type { SessionState } from '../../app/state';
import { THEMES } from '../../app/viewState';
import { useServices } from '../context';
import { FILE_INPUT } from '../open/FileButton';
import { REPORT_BUTTON } from './ReportButton';

/** The keys that work everywhere. Copying and finding belong to the boards. */
export function useShortcuts(state: SessionState): void {
  const { session, view } = useServices();
  const isOpen = state.kind === 'open';
  useEffect(() => {
    const read = createKeyReader();
    const press = (event: KeyboardEvent): void => {
      const action = read(event);
      switch (action?.kind) {
        case 'open':
          document.getElementById(FILE_INPUT)?.click();
          break;
        case 'report':
          document.getElementById(REPORT_BUTTON)?.click();
          break;
        case 'board':
          if (!isOpen) return;
          view.update({ board: action.board });
          break;
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
        case 'theme': {
          const at = THEMES.indexOf(view.getView().theme);
          view.update({ theme: THEMES[(at + 1) % THEMES.length] ?? 'auto' });
          break;
        }
        default:
          return;
      }
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [session, view, isOpen]);
}
