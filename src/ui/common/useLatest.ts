import { useEffect, useState } from 'react';
import { failureOf, isCancelled } from '../../app/failure';
import type { ErrorCode } from '../../core/errors';

/** Until the worker has answered, the last answer stays, with what it was asked `of`. */
export interface Latest<Q, T> {
  readonly shown: { readonly of: Q; readonly value: T } | null;
  readonly failure: ErrorCode | null;
}

/** What `ask` answers, asked anew for each `of` (null: not at all). Both are to be the same as long as they say the same. */
export function useLatest<Q extends object, T>(
  of: Q | null,
  ask: (of: Q, signal: AbortSignal) => Promise<T>,
): Latest<Q, T> {
  const [state, setState] = useState<Latest<Q, T>>({ shown: null, failure: null });
  useEffect(() => {
    if (!of) return undefined;
    const cancel = new AbortController();
    ask(of, cancel.signal).then(
      (value) => {
        if (!cancel.signal.aborted) setState({ shown: { of, value }, failure: null });
      },
      (error: unknown) => {
        if (!cancel.signal.aborted && !isCancelled(error)) setState({ shown: null, failure: failureOf(error).code });
      },
    );
    return () => cancel.abort();
  }, [of, ask]);
  return state;
}
