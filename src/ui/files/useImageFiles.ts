import { useEffect, useRef, useState } from 'react';
import { failureOf } from '../../app/failure';
import { rested, type Rested } from '../../app/pace';
import type { ImageFiles, Workspace } from '../../app/state';
import type { ErrorCode } from '../../core/errors';
import { PACE } from '../../core/limits';
import { useServices } from '../context';

/** The files of the image on screen; null until the first tree is made. */
export interface ImageFilesState {
  readonly files: ImageFiles | null;
  readonly failure: ErrorCode | null;
}

const NOTHING = { files: null, failure: null, of: null } as const;

/** Made in a worker, anew as more layers are measured. Until it has answered, the last tree stays. */
export function useImageFiles({ archive, imageKey, measurements }: Workspace): ImageFilesState {
  const { session } = useServices();
  const [result, setResult] = useState<ImageFilesState & { readonly of: unknown }>(NOTHING);
  const work = useRef<Rested | null>(null);
  const of = `${imageKey}`;
  useEffect(() => {
    if (imageKey === null) return undefined;
    const cancel = new AbortController();
    const run = rested(PACE.integrityMilliseconds, async () => {
      try {
        const files = await session.files(imageKey, cancel.signal);
        if (!cancel.signal.aborted) setResult({ files, failure: null, of });
      } catch (error) {
        if (cancel.signal.aborted) return;
        setResult((last) => ({ files: last.of === of ? last.files : null, failure: failureOf(error).code, of }));
      }
    });
    work.current = run;
    return () => {
      run.stop();
      cancel.abort();
    };
  }, [session, archive, imageKey, of]);
  useEffect(() => work.current?.ask(), [archive, imageKey, measurements]);
  return result.of === of ? result : NOTHING;
}
