import { EngineError } from '../core/errors';
import type { Failure } from './state';

/** Anything thrown, as what is shown; what is not an {@link EngineError} is our own fault. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof EngineError)) return { code: 'internal', details: {}, message: String(error) };
  // over a wire, a cause is its text
  const cause = typeof error.cause === 'string' ? ` (${error.cause})` : '';
  return { code: error.code, details: error.details, message: error.message + cause };
}

/** Cancel is silence: the user knows. */
export function isCancelled(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'cancelled';
}
