import { useCallback, useMemo } from 'react';
import type { ErrorCode } from '../../core/errors';
import type { FileTree } from '../../core/model/fileTree';
import type { FileQuery, FileRows } from '../../core/model/fileView';
import { useLatest } from '../common/useLatest';
import { useServices } from '../context';

interface Asked {
  readonly tree: FileTree;
  readonly query: FileQuery;
}

/** The rows of a query. Until the worker has answered, the last ones stay, with their own tree and query. */
export interface FileRowsState {
  readonly shown: (Asked & { readonly rows: FileRows }) | null;
  readonly failure: ErrorCode | null;
}

/** Filters and sorts in a worker. `query` is to be the same object as long as it says the same. */
export function useFileRows(tree: FileTree | null, query: FileQuery): FileRowsState {
  const { session } = useServices();
  const asked = useMemo(() => tree && { tree, query }, [tree, query]);
  const ask = useCallback((of: Asked, signal: AbortSignal) => session.fileRows(of.tree, of.query, signal), [session]);
  const { shown, failure } = useLatest(asked, ask);
  return useMemo(() => ({ shown: shown && { ...shown.of, rows: shown.value }, failure }), [shown, failure]);
}
