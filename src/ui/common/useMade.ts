import { useEffect, useRef, useState } from 'react';
import { rested, type Rested } from '../../app/pace';
import { reuse } from '../../app/reuse';
import type { Workspace } from '../../app/state';
import { EngineError, type ErrorCode } from '../../core/errors';
import { PACE } from '../../core/limits';

/** What a worker makes of the image on screen; `made` is null until it has answered for the first time. */
export interface Made<T> {
  readonly made: T | null;
  readonly failure: ErrorCode | null;
  /** Whether more is known by now, so that another answer is on its way. */
  readonly isStale: boolean;
}

type Result<T> = Omit<Made<T>, 'isStale'> & Pick<Workspace, 'archive' | 'imageKey' | 'measurements'>;

/**
 * Asks anew as more is measured, and at once when all is; until there is an answer, the last one of the same image stays. Without `isWanted` nothing is asked.
 * `make` is to be the same function as long as it makes the same.
 */
export function useMade<T>(
  { archive, imageKey, measurements, measuring: { status } }: Workspace,
  make: (image: string | null, signal: AbortSignal) => Promise<T>,
  isWanted = true,
): Made<T> {
  const [result, setResult] = useState<Result<T> | null>(null);
  const work = useRef<Rested | null>(null);
  const known = useRef(measurements);
  useEffect(() => {
    if (!isWanted) return undefined;
    const cancel = new AbortController();
    const run = rested(PACE.integrityMilliseconds, async () => {
      const of = { archive, imageKey, measurements: known.current };
      const show = (next: (last: T | null) => Pick<Made<T>, 'made' | 'failure'>): void =>
        setResult((last) => {
          const isSame = last?.archive === archive && last.imageKey === imageKey;
          return { ...next(isSame ? last.made : null), ...of };
        });
      try {
        // What was pressed is answered first: sending a large archive's documents takes a while.
        await new Promise((resolve) => setTimeout(resolve));
        const made = await make(imageKey, cancel.signal);
        if (!cancel.signal.aborted) show((last) => ({ made: reuse(last, made), failure: null }));
      } catch (error) {
        if (cancel.signal.aborted) return;
        const failure = error instanceof EngineError ? error.code : 'internal';
        show((last) => ({ made: last, failure }));
      }
    });
    work.current = run;
    return () => {
      run.stop();
      cancel.abort();
      work.current = null;
    };
  }, [make, archive, imageKey, isWanted]);
  useEffect(() => {
    known.current = measurements;
    work.current?.[status === 'running' ? 'ask' : 'askNow']();
  }, [make, archive, imageKey, measurements, status, isWanted]);
  if (result?.archive !== archive || result.imageKey !== imageKey) return { made: null, failure: null, isStale: true };
  return { ...result, isStale: result.measurements !== measurements };
}
