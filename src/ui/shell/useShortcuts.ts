import { useEffect } from 'react';
import type { ActionKind } from '../../app/commands';
import type { SessionState } from '../../app/state';
import { openSheet } from '../common/Sheet';
import { useKeyReader } from '../common/useKeyReader';
import { useServices } from '../context';

/** What the browser never does here with its own keys, also when there is nothing to do. */
const NEVER_THE_BROWSERS: ReadonlySet<ActionKind> = new Set<ActionKind>(['open', 'save', 'palette']);

/** The keys that work everywhere: each does what is offered for it, by whatever is on screen. */
export function useShortcuts(state: SessionState): void {
  const { offers, view } = useServices();
  const isEmpty = state.kind === 'empty';
  const makeReader = useKeyReader();
  useEffect(() => {
    // On the first page, where there are no boards, the digits are the samples.
    const isFirst = (): boolean => isEmpty && view.getView().src === null;
    const read = makeReader(() => (isFirst() ? ['first', 'page'] : ['page']));
    const press = (event: KeyboardEvent): void => {
      const action = read(event);
      if (action === null) return;
      // An open sheet takes all keys but the one that closes it again; Escape is the browser's. So it is in a popover.
      const sheet = openSheet();
      const isTaken = sheet !== null && sheet !== action.kind;
      const isClosing = action.kind === 'dismiss' && document.querySelector('.popover') !== null;
      const run = isTaken || isClosing ? null : offers.find(action);
      if (run || NEVER_THE_BROWSERS.has(action.kind)) event.preventDefault();
      run?.();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [offers, view, isEmpty, makeReader]);
}
