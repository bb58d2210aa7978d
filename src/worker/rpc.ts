import { EngineError } from '../core/errors';
import { isReply, packError, unpackError, type Port, type Reply, type Request } from './wire';
import type { ArgumentsOf, MethodTable, ProgressOf, ResultOf } from './serve';

export interface CallOptions<P> {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((value: P) => void) | undefined;
}

/** A call under way. */
export interface Running<R> {
  /** Rejects with an {@link EngineError}: at once with `cancelled` when the signal aborts. */
  readonly result: Promise<R>;
  /** When the other side is done with it, which after a cancel is later; also when the connection fails. Never rejects. */
  readonly settled: Promise<void>;
}

/** The caller's end of a port. */
export interface Connection<M extends MethodTable> {
  readonly call: <K extends keyof M & string>(
    method: K,
    args: ArgumentsOf<M[K]>,
    options?: CallOptions<ProgressOf<M[K]>>,
  ) => Running<ResultOf<M[K]>>;
  /** Asks for a sign of life. */
  readonly ping: () => void;
  /** Rejects every call under way, and leaves the port. */
  readonly fail: (error: EngineError) => void;
}

interface Pending {
  readonly progress: (value: unknown) => void;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: EngineError) => void;
  readonly settle: () => void;
}

/** Calls methods that {@link serve} answers at the other end. `onSign` is told of every message that arrives. */
export function connect<M extends MethodTable>(port: Port, onSign: () => void = () => {}): Connection<M> {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  const send = (request: Request): void => port.postMessage(request);

  const receive = ({ data }: MessageEvent<unknown>): void => {
    if (!isReply(data)) return;
    onSign();
    if (data.kind !== 'pong') dispatch(pending, data);
  };
  port.addEventListener('message', receive);
  port.start?.();

  return {
    call<K extends keyof M & string>(
      method: K,
      args: ArgumentsOf<M[K]>,
      { signal, onProgress }: CallOptions<ProgressOf<M[K]>> = {},
    ): Running<ResultOf<M[K]>> {
      const id = ++lastId;
      const result = deferred<ResultOf<M[K]>>();
      const settled = deferred<void>();
      const running = { result: result.promise, settled: settled.promise };
      if (signal?.aborted) {
        result.reject(cancelled());
        settled.resolve();
        return running;
      }
      const cancel = (): void => {
        result.reject(cancelled());
        send({ kind: 'cancel', id });
      };
      signal?.addEventListener('abort', cancel, { once: true });
      // what arrives was made by the method of that name in the same table: hence the types
      pending.set(id, {
        progress(value) {
          if (!signal?.aborted) onProgress?.(value as ProgressOf<M[K]>);
        },
        resolve: (value) => result.resolve(value as ResultOf<M[K]>),
        reject: result.reject,
        settle() {
          signal?.removeEventListener('abort', cancel);
          settled.resolve();
        },
      });
      try {
        send({ kind: 'call', id, method, args });
      } catch (error) {
        dispatch(pending, { kind: 'error', id, error: packError(error) });
      }
      return running;
    },
    ping: () => send({ kind: 'ping' }),
    fail(error) {
      port.removeEventListener('message', receive);
      for (const call of pending.values()) {
        call.reject(error);
        call.settle();
      }
      pending.clear();
    },
  };
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: EngineError) => void;
}

function deferred<T>(): Deferred<T> {
  let resolve!: (value: T) => void;
  let reject!: (error: EngineError) => void;
  const promise = new Promise<T>((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}

function dispatch(pending: Map<number, Pending>, reply: Exclude<Reply, { kind: 'pong' }>): void {
  const call = pending.get(reply.id);
  if (!call) return;
  if (reply.kind === 'progress') return call.progress(reply.value);
  pending.delete(reply.id);
  if (reply.kind === 'result') call.resolve(reply.value);
  else call.reject(unpackError(reply.error));
  call.settle();
}

/** Cancel is silence: what a call that was cancelled rejects with. */
export function cancelled(): EngineError {
  return new EngineError('cancelled', 'cancelled');
}
