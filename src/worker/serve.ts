import { PACE } from '../core/limits';
import { isRequest, packError, type Port, type Reply, type Request } from './wire';

/** What a method is given beside its arguments. */
export interface Call<P> {
  readonly signal: AbortSignal;
  /** Told often, passed on at most every {@link PACE.progressMilliseconds}, the first time after as long. */
  readonly progress: (value: P) => void;
}

/** Methods by name. Both ends take their types from the same table. */
export type MethodTable = Readonly<Record<string, (call: Call<unknown>, ...args: never[]) => unknown>>;

export type ArgumentsOf<F> = F extends (call: never, ...args: infer A) => unknown ? A : never;
export type ProgressOf<F> = F extends (call: Call<infer P>, ...args: never[]) => unknown ? P : never;
export type ResultOf<F> = F extends (...args: never[]) => infer R
  ? Awaited<R> extends Transferring<infer T>
    ? T
    : Awaited<R>
  : never;

/** A result whose buffers are handed over instead of copied. */
export class Transferring<R> {
  constructor(
    readonly result: R,
    readonly buffers: readonly ArrayBuffer[],
  ) {}
}

/** Answers calls that arrive at `port`, each cancellable. Returns what ends that: every call under way is aborted. */
export function serve(port: Port, methods: MethodTable): () => void {
  const running = new Map<number, AbortController>();
  const send = (reply: Reply, transfer: Transferable[] = []): void => port.postMessage(reply, { transfer });

  const receive = ({ data }: MessageEvent<unknown>): void => {
    if (!isRequest(data)) return;
    if (data.kind === 'ping') send({ kind: 'pong' });
    else if (data.kind === 'cancel') running.get(data.id)?.abort();
    else void answer(data);
  };

  const answer = async ({ id, method: name, args }: Extract<Request, { kind: 'call' }>): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    let next = performance.now() + PACE.progressMilliseconds;
    const progress = (value: unknown): void => {
      const now = performance.now();
      if (now < next || controller.signal.aborted) return;
      next = now + PACE.progressMilliseconds;
      send({ kind: 'progress', id, value });
    };
    try {
      const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
      if (!method) throw new Error(`no method ${name}`);
      // the caller is compiled against the same table, so these are this method's arguments
      const result = await method({ signal: controller.signal, progress }, ...(args as never[]));
      if (result instanceof Transferring) send({ kind: 'result', id, value: result.result }, [...result.buffers]);
      else send({ kind: 'result', id, value: result });
    } catch (error) {
      send({ kind: 'error', id, error: packError(error) });
    } finally {
      running.delete(id);
    }
  };

  port.addEventListener('message', receive);
  port.start?.();
  return () => {
    port.removeEventListener('message', receive);
    for (const controller of running.values()) controller.abort();
  };
}
