import { EngineError } from '../errors';
import { LIMITS } from '../limits';
import type { Progress } from '../model/facts';
import type { BlobRef, UrlRef } from '../model/source';
import { ask, hostOf, type RemoteAnswer } from './remote';

const PART_SIZE = 4 * 1024 * 1024;

/**
 * Finds out how a file at an address can be read: in parts, where the host gives them and says how large the whole is; otherwise it is fetched
 * whole, and the progress counts its bytes (with a total of 0 where the host does not say). Throws `url-unreachable`, `url-refused`,
 * `cancelled`, `wrapper-too-large`.
 */
export async function reachUrl(
  url: string,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (progress: Progress) => void } = {},
): Promise<UrlRef | BlobRef> {
  const first = await ask(url, { offset: 0, length: LIMITS.remoteBlock });
  if (first.status === 206 && first.size !== null) {
    await first.body.cancel();
    return { url, size: first.size, version: first.version };
  }
  const whole = first.status === 206 ? await insteadOf(first, url) : first;
  const blob = await collected(whole, hostOf(url), signal, onProgress);
  return { blob };
}

async function insteadOf(part: RemoteAnswer, url: string): Promise<RemoteAnswer> {
  await part.body.cancel();
  return ask(url, null);
}

async function collected(
  { body, size }: RemoteAnswer,
  host: string,
  signal: AbortSignal | undefined,
  onProgress: ((progress: Progress) => void) | undefined,
): Promise<Blob> {
  const reader = body.getReader();
  const stop = (): void => void reader.cancel();
  signal?.addEventListener('abort', stop, { once: true });
  let parts: Blob[] = [];
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let waiting = 0;
  let done = 0;
  const flush = (): void => {
    parts.push(new Blob(pending));
    pending = [];
    waiting = 0;
  };
  try {
    for (;;) {
      const next = await reader.read();
      if (signal?.aborted) throw new EngineError('cancelled', 'cancelled');
      if (next.done) break;
      pending.push(next.value);
      waiting += next.value.length;
      done += next.value.length;
      if (done > LIMITS.remoteWholeBytes) {
        throw new EngineError('wrapper-too-large', 'the file is too large to keep', { limit: LIMITS.remoteWholeBytes });
      }
      if (waiting >= PART_SIZE) flush();
      onProgress?.({ done, total: size ?? 0 });
    }
  } catch (cause) {
    parts = [];
    void reader.cancel().catch(() => {});
    if (cause instanceof EngineError) throw cause;
    throw new EngineError('url-unreachable', `${host} stopped after ${done} bytes`, { host, done }, { cause });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  flush();
  return new Blob(parts);
}
