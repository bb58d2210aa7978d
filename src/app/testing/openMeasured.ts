import type { EnginePool } from '../../worker/pool';
import { createSession } from '../session';
import type { Session, Workspace } from '../state';

const WAIT_MILLISECONDS = 5;

/** A file, open and measured, with its forms worked out. */
export async function openMeasured(engine: EnginePool, file: File): Promise<Session> {
  const session = createSession(engine);
  session.open({ kind: 'file', file });
  while (!isMeasured(session)) await new Promise((resolve) => setTimeout(resolve, WAIT_MILLISECONDS));
  return session;
}

function isMeasured(session: Session): boolean {
  const state = session.getState();
  if (state.kind === 'failed') throw new Error(state.failure.message);
  if (state.kind !== 'open' || state.workspace.measuring.status !== 'done') return false;
  return !state.workspace.representations.some(({ cannot }) => cannot === 'not-measured');
}

/** What an open session shows. */
export function workspaceOf(session: Session): Workspace {
  const state = session.getState();
  if (state.kind !== 'open') throw new Error(state.kind);
  return state.workspace;
}
