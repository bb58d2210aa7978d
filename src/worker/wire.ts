import { ERROR_CODES, EngineError, type Details, type ErrorCode } from '../core/errors';

/** What calls are sent over: a Worker, the inside of one, or a MessagePort. */
export interface Port {
  postMessage(message: unknown, options?: { transfer?: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  /** Message ports hold their messages back until started. */
  start?(): void;
}

/** From the caller. */
export type Request =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly kind: 'cancel'; readonly id: number }
  /** "Are you alive?": answered by `pong` between any two steps of the work. */
  | { readonly kind: 'ping' };

/** To the caller. `result` and `error` end a call. */
export type Reply =
  | { readonly kind: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: WireError }
  | { readonly kind: 'pong' };

/** An error as plain data: structured clone keeps neither the class nor the code of an {@link EngineError}. */
export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Details;
  /** What was thrown first, as text. */
  readonly cause: string | null;
}

/** Anything thrown, as data; what is not an {@link EngineError} becomes `internal`. */
export function packError(error: unknown): WireError {
  if (!(error instanceof EngineError)) {
    return { code: 'internal', message: describe(error), details: {}, cause: null };
  }
  const cause = error.cause === undefined ? null : describe(error.cause);
  return { code: error.code, message: error.message, details: error.details, cause };
}

/** The error again, of its class and with its code. */
export function unpackError(error: WireError): EngineError {
  const code = ERROR_CODES.includes(error.code) ? error.code : 'internal';
  return new EngineError(code, error.message, error.details, error.cause === null ? undefined : { cause: error.cause });
}

/** Errors of browsers have a name that says more than their message. */
function describe(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
}

/** Extensions post messages of their own: only ours count. */
export function isRequest(data: unknown): data is Request {
  return isMessage(data, ['call', 'cancel', 'ping']);
}

export function isReply(data: unknown): data is Reply {
  return isMessage(data, ['progress', 'result', 'error', 'pong']);
}

function isMessage(data: unknown, kinds: readonly string[]): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && kinds.includes(String(data.kind));
}
