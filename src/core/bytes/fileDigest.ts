import type { Digest } from '../model/digest';
import { chunksOf } from './chunks';
import { createSha256 } from './hash';
import { Pacer, type ReadOptions } from './pacer';
import { blobSource } from './source';

/** sha256 of a whole file, read once. Throws `cancelled`, `file-changed`. */
export async function fileDigest(blob: Blob, options: ReadOptions): Promise<Digest> {
  const pacer = new Pacer(blob.size, options);
  const hasher = await createSha256();
  let isOver = false;
  try {
    for await (const chunk of chunksOf(blobSource(blob), { offset: 0, length: blob.size }, pacer)) {
      hasher.update(chunk);
      pacer.done += chunk.length;
      await pacer.pause();
    }
    isOver = true;
    pacer.finish();
    return hasher.digest();
  } finally {
    if (!isOver) hasher.free();
  }
}
