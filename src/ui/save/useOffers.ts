import { useEffect, useRef, useState } from 'react';
import { failureOf } from '../../app/failure';
import { rested, type Rested } from '../../app/pace';
import type { Workspace } from '../../app/state';
import type { ErrorCode } from '../../core/errors';
import { PACE } from '../../core/limits';
import type { ExportOffer } from '../../core/model/saving';
import { useServices } from '../context';

/** Null until they are worked out, and while they are not wanted. */
export interface Offers {
  readonly list: readonly ExportOffer[] | null;
  /** Why they could not be. */
  readonly failure: ErrorCode | null;
}

const NONE: Offers = { list: null, failure: null };

/** What the image on screen can be saved as, worked out anew as more is measured, and at once when all is. */
export function useOffers({ archive, imageKey, measurements, measuring: { status } }: Workspace): Offers {
  const { session } = useServices();
  const [offers, setOffers] = useState(NONE);
  const work = useRef<Rested | null>(null);
  useEffect(() => {
    const cancel = new AbortController();
    const run = rested(PACE.integrityMilliseconds, async () => {
      try {
        const list = await session.exportOffers(cancel.signal);
        if (!cancel.signal.aborted) setOffers({ list, failure: null });
      } catch (error) {
        if (!cancel.signal.aborted) setOffers((last) => ({ ...last, failure: failureOf(error).code }));
      }
    });
    work.current = run;
    return () => {
      run.stop();
      cancel.abort();
      setOffers(NONE);
    };
  }, [session, archive, imageKey]);
  useEffect(() => work.current?.[status === 'running' ? 'ask' : 'askNow'](), [archive, imageKey, measurements, status]);
  return offers;
}
