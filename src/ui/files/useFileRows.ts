import { useEffect, useState } from 'react';
import { failureOf, isCancelled } from '../../app/failure';
import type { ErrorCode } from '../../core/errors';
import type { FileTree } from '../../core/model/fileTree';
import type { FileQuery, FileRows } from '../../core/model/fileView';
import { useServices } from '../context';

/** The rows of a query. Until the worker has answered, the last ones stay, with their own tree and query. */
export interface FileRowsState {
  readonly shown: { readonly tree: FileTree; readonly query: FileQuery; readonly rows: FileRows } | null;
  readonly failure: ErrorCode | null;
}

/** Filters and sorts in a worker. `query` is to be the same object as long as it says the same. */
export function useFileRows(tree: FileTree | null, query: FileQuery): FileRowsState {
  const { session } = useServices();
  const [state, setState] = useState<FileRowsState>({ shown: null, failure: null });
  useEffect(() => {
    if (!tree) return undefined;
    const cancel = new AbortController();
    session.fileRows(tree, query, cancel.signal).then(
      (rows) => {
        if (!cancel.signal.aborted) setState({ shown: { tree, query, rows }, failure: null });
      },
      (error: unknown) => {
        if (!cancel.signal.aborted && !isCancelled(error)) setState({ shown: null, failure: failureOf(error).code });
      },
    );
    return () => cancel.abort();
  }, [session, tree, query]);
  return state;
}
