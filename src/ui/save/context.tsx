import { createContext, useContext } from 'react';
import type { Saver } from '../../app/saver';
import type { ChoiceId, StoredBlob } from './choices';

/** What the sheet shows first. */
export interface SaveWish {
  readonly choice?: ChoiceId;
  /** Number of a layer, from 1. */
  readonly layer?: number;
  readonly blob?: StoredBlob;
}

/** The ways to save what is open. */
export interface Saves {
  readonly saver: Saver;
  /** Opens the sheet, or closes it again. */
  readonly toggle: (wish?: SaveWish) => void;
  readonly isOpen: boolean;
}

const Context = createContext<Saves | null>(null);
export const SavesProvider = Context;

export function useSaves(): Saves {
  const saves = useContext(Context);
  if (!saves) throw new Error('useSaves outside its provider');
  return saves;
}
