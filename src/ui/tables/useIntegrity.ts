import { useEffect, useRef, useState } from 'react';
import { rested, type Rested } from '../../app/pace';
import type { Workspace } from '../../app/state';
import { EngineError, type ErrorCode } from '../../core/errors';
import { PACE } from '../../core/limits';
import type { Archive } from '../../core/model/archive';
import type { IntegrityTable } from '../../core/model/integrity';
import { useServices } from '../context';

/** The integrity table of what is open; null until the first one is made. */
export interface IntegrityState {
  readonly table: IntegrityTable | null;
  readonly failure: ErrorCode | null;
}

/** Made in a worker, anew as more is measured, and at once when all is. Until it has answered, the last table stays. */
export function useIntegrity({ archive, measurements, measuring: { status } }: Workspace): IntegrityState {
  const { session } = useServices();
  const [result, setResult] = useState<IntegrityState & { readonly of: Archive | null }>(NOTHING);
  const work = useRef<Rested | null>(null);
  useEffect(() => {
    const cancel = new AbortController();
    const run = rested(PACE.integrityMilliseconds, async () => {
      try {
        const table = await session.integrity(cancel.signal);
        if (!cancel.signal.aborted) setResult({ table, failure: null, of: archive });
      } catch (error) {
        if (cancel.signal.aborted) return;
        const failure = error instanceof EngineError ? error.code : 'internal';
        setResult((last) => ({ table: last.of === archive ? last.table : null, failure, of: archive }));
      }
    });
    work.current = run;
    return () => {
      run.stop();
      cancel.abort();
    };
  }, [session, archive]);
  useEffect(() => work.current?.[status === 'running' ? 'ask' : 'askNow'](), [archive, measurements, status]);
  return result.of === archive ? result : NOTHING;
}

const NOTHING = { table: null, failure: null, of: null } as const;
