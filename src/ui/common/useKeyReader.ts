import { useCallback } from 'react';
import { createKeyReader, type KeyAction, type KeyPress } from '../../app/keys';
import { useServices } from '../context';

/** Makes readers of key presses that heed whether single keys are turned off. */
export function useKeyReader(): () => (press: KeyPress) => KeyAction | null {
  const { view } = useServices();
  return useCallback(() => createKeyReader(() => view.getView().keys), [view]);
}
