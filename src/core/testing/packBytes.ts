import type { Pack } from '../export/pack';
import { concat } from './scanned';

/** All bytes of a pack, in memory. */
export async function packBytes({ parts }: Pack, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array[] = [];
  for (const part of parts) {
    if (part instanceof Uint8Array) all.push(part);
    else if (part instanceof Blob) all.push(new Uint8Array(await part.arrayBuffer()));
    else for await (const piece of part.open(signal ? { signal } : {})) all.push(piece);
  }
  return concat(...all);
}
