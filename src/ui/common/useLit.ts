import { useCallback, useSyncExternalStore, type SyntheticEvent } from 'react';
import type { LitBy } from '../../app/lit';
import { useServices } from '../context';

/** Whether a digest, or a name that has it in it, is lit now. */
export function useLit(name: string): boolean {
  const { lit } = useServices();
  return useSyncExternalStore(lit.subscribe, () => lit.isLit(name));
}

/** Lights digests, wherever they are on screen. */
export function useLight(): (by: LitBy, names: readonly string[]) => void {
  return useServices().lit.light;
}

/** Listeners for a place that holds digests: the one that the pointer or the focus is on is lit. */
export function usePointedDigest(): {
  readonly onPointerOver: (event: SyntheticEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: (event: SyntheticEvent) => void;
} {
  const light = useLight();
  const point = useCallback(
    ({ target }: SyntheticEvent) => {
      const named = target instanceof Element ? target.closest<HTMLElement>('[data-digest], [data-mark]') : null;
      const digest = named?.dataset['digest'] ?? named?.dataset['mark'];
      light('pointed', digest === undefined ? [] : [digest]);
    },
    [light],
  );
  const leave = useCallback(() => light('pointed', []), [light]);
  return { onPointerOver: point, onPointerLeave: leave, onFocus: point };
}
