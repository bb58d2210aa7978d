import { startTransition, useEffect, useState } from 'react';

type Subscribe = (listener: () => void) => () => void;

/**
 * What a store outside of React says now. Unlike `useSyncExternalStore`, a change is rendered in slices, between which the page answers:
 * for what many things on screen hang on. `subscribe` and `read` must not change.
 */
export function useWatched<T>(subscribe: Subscribe, read: () => T): T {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const update = (): void => startTransition(() => setValue(read));
    // It may have changed between rendering and now.
    update();
    return subscribe(update);
  }, [subscribe, read]);
  return value;
}
