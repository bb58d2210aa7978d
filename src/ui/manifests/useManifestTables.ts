import { useEffect, useRef, useState } from 'react';
import { rested, type Rested } from '../../app/pace';
import { reuse } from '../../app/reuse';
import type { Workspace } from '../../app/state';
import { EngineError, type ErrorCode } from '../../core/errors';
import { PACE } from '../../core/limits';
import type { ManifestTables } from '../../core/model/manifestTable';
import { useServices } from '../context';

/** The manifests of the image on screen; null until they are laid side by side for the first time. */
export interface ManifestTablesState {
  readonly tables: ManifestTables | null;
  readonly failure: ErrorCode | null;
}

interface Result extends ManifestTablesState {
  readonly of: object | null;
  readonly imageKey: string | null;
}
const NOTHING: Result = { tables: null, failure: null, of: null, imageKey: null };

/** Made in a worker, anew as more is measured. Until it has answered, the last ones stay. Without `isWanted` nothing is made. */
export function useManifestTables(
  { archive, imageKey, measurements }: Workspace,
  isWanted = true,
): ManifestTablesState {
  const { session } = useServices();
  const [result, setResult] = useState(NOTHING);
  const work = useRef<Rested | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    const cancel = new AbortController();
    const show = (make: (last: ManifestTables | null) => ManifestTablesState): void =>
      setResult((last) => {
        const isSame = last.of === archive && last.imageKey === imageKey;
        return { ...make(isSame ? last.tables : null), of: archive, imageKey };
      });
    const run = rested(PACE.integrityMilliseconds, async () => {
      try {
        // What was pressed is answered first: sending a large archive's documents takes a while.
        await new Promise((resolve) => setTimeout(resolve));
        const tables = await session.manifestTables(imageKey, cancel.signal);
        if (!cancel.signal.aborted) show((last) => ({ tables: reuse(last, tables), failure: null }));
      } catch (error) {
        if (cancel.signal.aborted) return;
        const failure = error instanceof EngineError ? error.code : 'internal';
        show((last) => ({ tables: last, failure }));
      }
    });
    work.current = run;
    return () => {
      run.stop();
      cancel.abort();
      work.current = null;
    };
  }, [session, archive, imageKey, isWanted]);
  useEffect(() => work.current?.ask(), [archive, imageKey, measurements, isWanted]);
  return result.of === archive && result.imageKey === imageKey ? result : NOTHING;
}
