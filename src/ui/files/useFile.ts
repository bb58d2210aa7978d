import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { failureOf, isCancelled } from '../../app/failure';
import type { Failure, FilePart } from '../../app/state';
import type { Progress } from '../../core/model/facts';
import type { FileRef } from '../../core/model/fileBytes';
import type { FileGlance } from '../../core/model/fileLook';
import { useServices } from '../context';

/** A file as far as it is read. */
export type FileState =
  | { readonly kind: 'reading'; readonly progress: Progress | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | {
      readonly kind: 'read';
      readonly glance: FileGlance;
      /** From its start on. */
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** How the last of them were read. */
      readonly part: FilePart;
      readonly cut: boolean;
      /** More of them are being read; why that failed. */
      readonly more: { readonly progress: Progress | null } | null;
      readonly failure: Failure | null;
    };

export interface FileReading {
  readonly state: FileState;
  /** Reads on, up to an offset. */
  readonly readTo: (to: number) => void;
  readonly stop: () => void;
  readonly again: () => void;
}

/** The same object as long as it says the same. */
function useSame({ span: { offset, length }, path, data, size }: FileRef): FileRef {
  return useMemo(() => ({ span: { offset, length }, path, data, size }), [offset, length, path, data, size]);
}

/** Opens a file in a layer, and reads on when it is asked to; leaving it stops that. Another file needs another component. */
export function useFile(wanted: FileRef): FileReading {
  const { session } = useServices();
  const file = useSame(wanted);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<FileState>({ kind: 'reading', progress: null });
  const current = useRef(new AbortController());

  useEffect(() => {
    const stop = new AbortController();
    current.current = stop;
    const onProgress = (progress: Progress): void => setState({ kind: 'reading', progress });
    session.openFile(file, { signal: stop.signal, onProgress }).then(
      ({ glance, head }) => {
        if (stop.signal.aborted) return;
        setState({ kind: 'read', glance, bytes: head.bytes, part: head, cut: head.cut, more: null, failure: null });
      },
      (error: unknown) => {
        if (!stop.signal.aborted && !isCancelled(error)) setState({ kind: 'failed', failure: failureOf(error) });
      },
    );
    return () => stop.abort();
  }, [session, file, attempt]);

  const bytes = state.kind === 'read' ? state.bytes : null;
  const readTo = useCallback(
    (to: number): void => {
      if (!bytes) return;
      const stop = new AbortController();
      current.current.abort();
      current.current = stop;
      const change = (next: Partial<Extract<FileState, { kind: 'read' }>>): void =>
        setState((before) => (before.kind === 'read' && !stop.signal.aborted ? { ...before, ...next } : before));
      change({ more: { progress: null }, failure: null });
      const onProgress = (progress: Progress): void => change({ more: { progress } });
      session.readFile(file, { from: bytes.length, to }, { signal: stop.signal, onProgress }).then(
        (part) => change({ bytes: appended(bytes, part.bytes), part, cut: part.cut, more: null }),
        (error: unknown) => change({ more: null, failure: isCancelled(error) ? null : failureOf(error) }),
      );
    },
    [session, file, bytes],
  );

  return {
    state,
    readTo,
    stop() {
      current.current.abort();
      setState((before) => (before.kind === 'read' ? { ...before, more: null } : { kind: 'stopped' }));
    },
    again() {
      setState({ kind: 'reading', progress: null });
      setAttempt((before) => before + 1);
    },
  };
}

function appended(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
