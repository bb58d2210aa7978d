import { useSyncExternalStore } from 'react';
import type { rest } from './rest';

type Rest = typeof rest;

let loaded: Rest | null = null;
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** Loads what the first screen does without: a file of its own. */
export function loadRest(): Promise<void> {
  return (loading ??= import('./rest').then((file) => {
    loaded = file.rest;
    for (const listener of listeners) listener();
  }));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The parts of the page that come after the first screen; null until they are there. */
export function useRest(): Rest | null {
  return useSyncExternalStore(subscribe, () => loaded);
}
