import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useGradually } from '../common/useGradually';

/** Browsers cannot scroll through more than some 17 million pixels; the rows beyond are reached by filter or sort. */
export const MOST_ROWS = 450_000;
const OVERSCAN = 10;
const ROWS_A_FRAME = 8;
const HEAD_HEIGHT = 36;

/** The rows on screen of a long list, and the one row of it that has the keyboard. */
export interface RowWindow {
  /** Takes the scroller, as its `ref`. */
  readonly attach: (scroller: HTMLDivElement | null) => void;
  /** Rows to render, in order: those on screen and the active one. */
  readonly items: readonly VirtualItem[];
  /** Height of the whole list. */
  readonly total: number;
  readonly rowHeight: number;
  readonly active: number;
  /** Makes a row the active one and brings it on screen; with `focus`, gives it the keyboard. */
  activate: (index: number, focus: boolean) => void;
  /** Moves the active row by arrows, Home, End and Page keys; true when the key was one of them. */
  onKey: (event: KeyboardEvent) => boolean;
}

/** A window on `count` rows of one height, in a scroller that the caller renders, below a sticky header. */
export function useRowWindow(count: number, rowHeight: number): RowWindow {
  const [scroller, attach] = useState<HTMLDivElement | null>(null);
  const [wanted, setActive] = useState(0);
  const focusWanted = useRef(false);
  const active = Math.max(0, Math.min(wanted, count - 1));
  // Nothing made of it is kept from one render to the next.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollPaddingEnd: HEAD_HEIGHT,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      return rows.includes(active) || active >= count ? rows : [...rows, active].toSorted((a, b) => a - b);
    },
  });
  const shown = virtualizer.getVirtualItems();
  const items = shown.slice(0, useGradually(shown.length, ROWS_A_FRAME));
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  useEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    const row = scroller?.querySelector(`[data-index="${active}"]`);
    if (row instanceof HTMLElement) row.focus({ preventScroll: true });
  });

  const activate = (index: number, focus: boolean): void => {
    focusWanted.current = focus;
    setActive(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  const page = (): number => Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeight) - 2);
  return {
    attach,
    items,
    total: virtualizer.getTotalSize(),
    rowHeight,
    active,
    activate,
    onKey(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return false;
      const target = keyTarget(event.key, active, count, page());
      if (target === null) return false;
      event.preventDefault();
      activate(target, true);
      return true;
    },
  };
}

function keyTarget(key: string, active: number, count: number, page: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, active + 1);
    case 'ArrowUp':
      return Math.max(0, active - 1);
    case 'PageDown':
      return Math.min(last, active + page);
    case 'PageUp':
      return Math.max(0, active - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
