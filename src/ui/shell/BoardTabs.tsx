import { useEffect, type KeyboardEvent, type ReactNode } from 'react';
import { BOARDS, type Board } from '../../app/viewState';
import { useI18n } from '../../i18n/i18n';
import { useView } from '../context';
import { tabMove } from './tabMove';

/** Id of the place of the chosen board. */
export const PANEL = 'board';
const tabId = (board: Board): string => `${PANEL}-${board}`;

/** The way to each board: one Tab stop, arrows inside go where they point, Enter or Space opens (ARIA APG, tabs with manual activation). */
export function BoardTabs({ hasAttached }: { hasAttached: boolean }): ReactNode {
  const { t, rich, dir } = useI18n();
  const { view, update } = useView();
  useEffect(() => {
    // On a phone it may be among those that do not fit.
    document.getElementById(tabId(view.board))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [view.board]);
  // A way to what is not there would only be in the way; a link may lead there all the same.
  const boards = BOARDS.filter((board) => board !== 'attached' || hasAttached || view.board === 'attached');
  const press = (event: KeyboardEvent, board: Board): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = boards[tabMove(boards.indexOf(board), event.key, dir, boards.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    document.getElementById(tabId(next))?.focus();
  };
  return (
    <div className="boards" role="tablist" aria-label={t('board.label')}>
      {boards.map((board) => {
        const isChosen = board === view.board;
        return (
          <button
            key={board}
            id={tabId(board)}
            type="button"
            role="tab"
            className="board-tab"
            aria-selected={isChosen}
            aria-controls={isChosen ? PANEL : undefined}
            data-active={isChosen ? '' : undefined}
            tabIndex={isChosen ? 0 : -1}
            onClick={() => update({ board })}
            onKeyDown={(event) => press(event, board)}
          >
            {rich(`board.${board}`)}
          </button>
        );
      })}
    </div>
  );
}

/** The place of the chosen board, named by its tab. It takes the focus itself, for a board may hold nothing else that does. */
export function BoardPanel({ children }: { children: ReactNode }): ReactNode {
  const { view } = useView();
  return (
    <div key={view.board} id={PANEL} className="board" role="tabpanel" aria-labelledby={tabId(view.board)} tabIndex={0}>
      {children}
    </div>
  );
}
