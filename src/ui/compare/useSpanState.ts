import { useCallback } from 'react';
import type { SpanState } from '../../app/state';
import { spanKey, type Span } from '../../core/model/source';
import { useWatched } from '../common/useWatched';
import { useServices } from '../context';

/** How far the measuring of a span is; only a change of this one renders again, not those of all the others. */
export function useSpanState(span: Span | null): SpanState | undefined {
  const { session } = useServices();
  const key = span && spanKey(span);
  const read = useCallback((): SpanState | undefined => {
    const state = session.getState();
    return key !== null && state.kind === 'open' ? state.workspace.measuring.spans.get(key) : undefined;
  }, [session, key]);
  return useWatched(session.subscribe, read);
}
