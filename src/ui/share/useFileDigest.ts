import { useEffect, useState } from 'react';
import { failureOf, isCancelled } from '../../app/failure';
import type { ErrorCode } from '../../core/errors';
import { useServices } from '../context';

/** How far the digest of a file is. */
export type Hashing =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly digest: string }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

/** Each file is read once for it. */
const known = new WeakMap<File, string>();

/** The sha256 of a file, computed when there is one; leaving stops it. */
export function useFileDigest(file: File | null): Hashing {
  const { session } = useServices();
  const [state, setState] = useState<{ of: File | null; hashing: Hashing }>({ of: null, hashing: { kind: 'none' } });
  useEffect(() => {
    if (!file || known.has(file)) return undefined;
    const cancel = new AbortController();
    const tell = (hashing: Hashing): void => {
      if (!cancel.signal.aborted) setState({ of: file, hashing });
    };
    tell({ kind: 'running', done: 0, total: file.size });
    session.hashFile(file, { signal: cancel.signal, onProgress: (step) => tell({ kind: 'running', ...step }) }).then(
      (digest) => {
        known.set(file, digest);
        tell({ kind: 'done', digest });
      },
      (error: unknown) => {
        if (!isCancelled(error)) tell({ kind: 'failed', code: failureOf(error).code });
      },
    );
    return () => cancel.abort();
  }, [file, session]);
  if (!file) return { kind: 'none' };
  const digest = known.get(file);
  if (digest !== undefined) return { kind: 'done', digest };
  return state.of === file ? state.hashing : { kind: 'none' };
}
