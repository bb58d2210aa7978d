import { useCallback } from 'react';
import type { Action, KeyPlace } from '../../app/commands';
import { createKeyReader, type KeyPress } from '../../app/keys';
import { useServices } from '../context';

/** Makes readers of key presses that heed whether single keys are turned off. */
export function useKeyReader(): (places: () => readonly KeyPlace[]) => (press: KeyPress) => Action | null {
  const { view } = useServices();
  return useCallback((places) => createKeyReader({ places, choice: () => view.getView().keys }), [view]);
}
