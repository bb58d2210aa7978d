import type { SessionState } from '../../app/state';
import { THEMES } from '../../app/viewState';
import { focusSoon } from '../tables/focusSoon';
import { useCommands } from '../common/useCommands';
import { useServices } from '../context';
import { toggleExercises } from '../exercises/toggleExercises';
import { LESSON_PANEL, toggleLesson } from '../lesson/toggleLesson';
import { FILE_INPUT } from '../open/FileButton';
import { SAVE_BUTTON } from '../save/SaveButton';
import { SHARE_BUTTON } from '../share/ShareButton';
import { PANEL } from './BoardTabs';
import { KEYS_BUTTON } from './KeySheet';
import { REPORT_BUTTON } from './ReportButton';

/** What can be done on the page as a whole. What is about a part, or one board, these offer themselves. */
export function usePageCommands(state: SessionState): void {
  const { session, view, navigation, lesson, exercises, bench } = useServices();
  const workspace = state.kind === 'open' ? state.workspace : null;
  const image = workspace?.archive.images.find(({ key }) => key === workspace.imageKey);
  const isBusy = state.kind === 'opening' || workspace?.measuring.status === 'running';
  /** There are boards, or could be: no sheet to print in their place. */
  const isPage = (): boolean => view.getView().paper === null;

  useCommands(
    {
      open: () => clickOn(FILE_INPUT),
      save: () => clickOn(SAVE_BUTTON),
      share: () => clickOn(SHARE_BUTTON),
      report: () => clickOn(REPORT_BUTTON),
      help: () => clickOn(KEYS_BUTTON),
      board({ board }) {
        const isThere = board !== 'attached' || (workspace?.archive.artifacts.length ?? 0) > 0;
        return workspace && isThere && isPage() ? () => view.update({ board }) : null;
      },
      select({ part }) {
        const number = Number(/^layer:(\d+)$/.exec(part)?.[1] ?? 0);
        return image && number <= image.layers.length ? () => view.update({ sel: part }) : null;
      },
      sample({ name }) {
        return isPage() && view.getView().mode !== 'embed' ? () => navigation.openSample(name) : null;
      },
      dismiss() {
        if (view.getView().sel !== null) return () => view.update({ sel: null });
        return isBusy ? session.cancel : null;
      },
      back() {
        if (!view.canGoBack()) return null;
        return () => {
          const leave = view.subscribe(() => {
            leave();
            // What had the keyboard is gone with its board.
            requestAnimationFrame(() => {
              if (document.activeElement === document.body) focusSoon(`#${PANEL}`);
            });
          });
          view.back();
        };
      },
      expand: foldsOfBoard,
      undo() {
        const { board, flip } = view.getView();
        return board === 'tamper' && flip !== null ? bench.undo : null;
      },
      theme: () => () => {
        const at = THEMES.indexOf(view.getView().theme);
        view.update({ theme: THEMES[(at + 1) % THEMES.length] ?? 'auto' });
      },
      colours: ({ theme }) => (view.getView().theme === theme ? null : () => view.update({ theme })),
      lang: ({ lang }) => (view.getView().lang === lang ? null : () => view.update({ lang })),
      lesson: () => () => toggleLesson(lesson),
      chapter:
        ({ id }) =>
        () => {
          lesson.goTo(id, 0);
          focusSoon(`#${LESSON_PANEL}`);
        },
      exercises: () => () => toggleExercises(exercises),
      present() {
        const { mode } = view.getView();
        return mode === 'embed' ? null : () => view.update({ mode: mode === 'present' ? 'page' : 'present' });
      },
    },
    'page',
  );
}

/** What a click on a button does; null when it is not there, or cannot be pressed. */
function clickOn(id: string): (() => void) | null {
  const element = document.getElementById(id);
  return element && !element.matches(':disabled') ? () => element.click() : null;
}

/** Opens all that is folded on the board, or folds it when all of it is open. */
function foldsOfBoard(): (() => void) | null {
  const folds = [...document.querySelectorAll<HTMLDetailsElement>(`#${PANEL} details`)];
  if (folds.length === 0) return null;
  const opens = folds.some(({ open }) => !open);
  return () => folds.forEach((fold) => fold.toggleAttribute('open', opens));
}
