import { useEffect, useState } from 'react';
import { failureOf } from '../../app/failure';
import type { ImageFiles } from '../../app/state';
import type { ErrorCode } from '../../core/errors';
import type { ContentRef } from '../../core/model/contents';
import type { Installed, SbomComparison } from '../../core/model/packages';
import type { Sensitive } from '../../core/model/sensitive';
import { useServices } from '../context';

interface Answer<T> {
  readonly of: unknown;
  /** Undefined until the worker has answered. */
  readonly value: T | undefined;
  readonly failure: ErrorCode | null;
}

/** What `ask` answers, asked anew for each `of`; the last answer does not stay. */
function useAnswer<T>(of: object | null, ask: (signal: AbortSignal) => Promise<T>): Omit<Answer<T>, 'of'> {
  const [state, setState] = useState<Answer<T>>({ of: null, value: undefined, failure: null });
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

/** What is installed in an image, and its sensitive files; worked out in a worker. */
export function useInventory(
  files: ImageFiles | null,
): Omit<Answer<{ readonly installed: Installed; readonly sensitive: Sensitive }>, 'of'> {
  const { session } = useServices();
  return useAnswer(files, async (signal) => {
    if (!files) throw new Error('nothing is asked without files');
    return session.inventory(files, signal);
  });
}

/** An SBOM against what is installed; null when it cannot be read. `asked` is to be the same object as long as it says the same. */
export function useSbomComparison(asked: {
  readonly content: ContentRef;
  readonly installed: Installed;
}): Omit<Answer<SbomComparison | null>, 'of'> {
  const { session } = useServices();
  return useAnswer(asked, (signal) => session.compareSbom(asked.content, asked.installed, signal));
}
