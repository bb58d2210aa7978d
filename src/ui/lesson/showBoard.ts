import { useEffect } from 'react';
import { useSession } from '../context';
import { PANEL } from '../shell/BoardTabs';

/** What boards mark as meant: a line of a document, whose neighbours are as much meant, or a row that is kept. */
const LINE = '[data-meant]';
const ROW = '[role=row][aria-selected=true]';
/** Boards that read something first become longer, and show it, a little later. */
const PACE_MILLISECONDS = 100;
const LONGEST_MILLISECONDS = 1_500;
/** After one of these it is the reader who scrolls. */
const OF_READERS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

let showing: AbortController | null = null;

/** Brings the board in sight, and of it what is meant: above the panel where that is at the foot, and wherever the board itself scrolls. */
export function showBoard(): void {
  showing?.abort();
  const mine = new AbortController();
  showing = mine;
  for (const type of OF_READERS) {
    addEventListener(type, () => mine.abort(), { signal: mine.signal, capture: true, passive: true });
  }
  const end = performance.now() + LONGEST_MILLISECONDS;
  const look = (): void => {
    if (mine.signal.aborted) return;
    const board = document.getElementById(PANEL);
    board?.scrollIntoView({ block: 'start' });
    const line = board?.querySelector(LINE);
    if (!line) board?.querySelector(ROW)?.scrollIntoView({ block: 'nearest' });
    else if (!isInSight(line)) line.scrollIntoView({ block: 'center' });
    if (performance.now() < end) setTimeout(look, PACE_MILLISECONDS);
    else mine.abort();
  };
  // React has it on the page after this.
  requestAnimationFrame(look);
}

function isInSight(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
}

/** Does so when a file is there, and again when something else is `shown` beside an open panel; null while none is open. */
export function useBoardInSight(shown: string | null): void {
  const isThere = useSession().kind === 'open';
  useEffect(() => {
    if (isThere && shown !== null) showBoard();
  }, [isThere, shown]);
}
