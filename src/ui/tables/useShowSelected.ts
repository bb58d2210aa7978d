import { useEffect } from 'react';
import type { RowWindow } from './useRowWindow';

/** Brings the selected row on screen when another is selected, by its name; `index` is where it is among the rows, or -1. */
export function useShowSelected(window: RowWindow, name: string | null, index: number): void {
  useEffect(() => {
    if (index >= 0) window.activate(index, false);
    // Only a new selection brings its row on screen, not every change of the rows.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [name]);
}
