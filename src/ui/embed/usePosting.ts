import type { Posting } from '../../app/state';
import { useSession } from '../context';

/** What the page that posted the open file asks; null for a file that came in another way. */
export function usePosting(): Posting | null {
  const state = useSession();
  if (state.kind === 'empty' || state.source.kind !== 'file') return null;
  return state.source.posted ?? null;
}
