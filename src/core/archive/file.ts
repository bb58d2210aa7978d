import { identify } from '../bytes/identify';
import { openSource, type ByteSource } from '../bytes/source';
import { unwrap } from '../bytes/unwrap';
import { EngineError } from '../errors';
import type { BlobRef } from '../model/source';
import { isTarHeader, scanTar } from '../tar/scan';
import type { Contents, OpenOptions } from './contents';

const BLOCK = 512;
const HEAD = 40 * 1024;

/** The members of a tar, whatever compressions are around it. Throws EngineError for what is none. */
export async function openFile(ref: BlobRef, { signal, onProgress }: OpenOptions): Promise<Contents> {
  if (ref.blob.size === 0) throw new EngineError('empty-file', 'the file has no bytes');
  const unwrapped = await unwrap(ref, {
    ...(signal && { signal }),
    onProgress: ({ done, total }) => onProgress?.({ stage: 'unwrapping', done, total }),
  });
  const source = openSource(unwrapped.ref);
  await requireTar(source);
  const scan = await scanTar(source, {
    ...(signal && { signal }),
    onProgress: (done, total) => onProgress?.({ stage: 'scanning', done, total }),
  });
  return {
    container: 'tar',
    source: unwrapped.ref,
    size: source.size,
    fileSize: ref.blob.size,
    wrappers: unwrapped.wrappers,
    members: scan.columns,
    diagnostics: [...unwrapped.diagnostics, ...scan.diagnostics],
  };
}

/** A file that does not begin like a tar is named for what it is. A damaged first header still says `ustar`. */
async function requireTar(source: ByteSource): Promise<void> {
  const head = await source.read(0, Math.min(HEAD, source.size));
  const block = head.subarray(0, BLOCK);
  const isZero = block.every((byte) => byte === 0);
  const hasMagic = new TextDecoder('latin1').decode(block.subarray(257, 262)) === 'ustar';
  if (block.length === BLOCK && (isZero || hasMagic || isTarHeader(block))) return;
  throw new EngineError('not-a-tar', 'the first bytes are not a tar header', {
    kind: identify(head, source.size),
    size: source.size,
  });
}
