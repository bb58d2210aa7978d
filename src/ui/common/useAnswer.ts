import { useEffect, useState } from 'react';
import { failureOf } from '../../app/failure';
import type { ErrorCode } from '../../core/errors';

export interface Answer<T> {
  /** Undefined until the worker has answered. */
  readonly value: T | undefined;
  readonly failure: ErrorCode | null;
}

/** What `ask` answers, asked anew for each `of` (null: not at all); the last answer does not stay. */
export function useAnswer<T>(of: object | string | null, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [state, setState] = useState<Answer<T> & { readonly of: unknown }>({
    of: null,
    value: undefined,
    failure: null,
  });
  useEffect(() => {
    if (of === null) return undefined;
    const cancel = new AbortController();
    ask(cancel.signal).then(
      (value) => {
        if (!cancel.signal.aborted) setState({ of, value, failure: null });
      },
      (error: unknown) => {
        if (!cancel.signal.aborted) setState({ of, value: undefined, failure: failureOf(error).code });
      },
    );
    return () => cancel.abort();
    // `of` says when to ask again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [of]);
  return state.of === of ? state : { value: undefined, failure: null };
}
