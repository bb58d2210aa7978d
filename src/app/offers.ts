import type { Action, ActionKind } from './commands';

/** What an action does now; null when it cannot be done. */
export type Offer<K extends ActionKind> = (action: Extract<Action, { kind: K }>) => (() => void) | null;
/** What something on screen can do. */
export type OfferTable = { readonly [K in ActionKind]?: Offer<K> };

/** Who is asked first: a board knows better than what is about the selected part, and this than the page. */
const OFFER_RANKS = ['board', 'part', 'page'] as const;
export type OfferRank = (typeof OFFER_RANKS)[number];

/** What can be done now, by whatever is on screen: made without React. */
export interface Offers {
  /** Adds what something on screen can do, asked anew each time; the answer takes it away again. */
  readonly add: (table: () => OfferTable, rank: OfferRank) => () => void;
  /** What an action does now; null when nothing on screen does it. */
  readonly find: (action: Action) => (() => void) | null;
}

export function createOffers(): Offers {
  const tables: { readonly table: () => OfferTable; readonly rank: OfferRank }[] = [];
  return {
    add(table, rank) {
      const own = { table, rank };
      tables.push(own);
      return () => void tables.splice(tables.indexOf(own), 1);
    },
    find(action) {
      for (const rank of OFFER_RANKS) {
        for (const each of tables.toReversed()) {
          // The offer of a kind takes the actions of that kind.
          const offer = each.rank === rank ? (each.table()[action.kind] as Offer<ActionKind> | undefined) : undefined;
          const run = offer?.(action);
          if (run) return run;
        }
      }
      return null;
    },
  };
}
