import { useLayoutEffect, useRef } from 'react';
import type { OfferRank, OfferTable } from '../../app/offers';
import { useServices } from '../context';

/** Offers what this can do, to keys and to the list of all commands, while it is on screen. */
export function useCommands(table: OfferTable, rank: OfferRank = 'board'): void {
  const { offers } = useServices();
  const latest = useRef(table);
  // What is seen can be done: before the screen is drawn.
  useLayoutEffect(() => {
    latest.current = table;
  });
  useLayoutEffect(() => offers.add(() => latest.current, rank), [offers, rank]);
}
