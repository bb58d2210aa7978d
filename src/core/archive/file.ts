import { identify } from '../bytes/identify';
import { openSource } from '../bytes/source';
import { unwrap } from '../bytes/unwrap';
import { EngineError } from '../errors';
import type { BlobRef, UrlRef } from '../model/source';
import { carriedSnapshot } from '../snapshot/carried';
import type { Recorded } from '../snapshot/open';
import { isTarHeader, scanTar } from '../tar/scan';
import type { Contents, OpenOptions } from './contents';
import { openDocument } from './document';

const BLOCK = 512;
const HEAD = 40 * 1024;

/**
 * The members of a tar, or a JSON document, whatever compressions are around it; or what a page or picture of ours carries. Throws EngineError
 * for what is neither.
 */
export async function openFile(
  ref: BlobRef | UrlRef,
  name: string,
  options: OpenOptions,
): Promise<Contents | Recorded> {
  const { signal, onProgress } = options;
  const fileSize = openSource(ref).size;
  if (fileSize === 0) throw new EngineError('empty-file', 'the file has no bytes');
  const unwrapped = await unwrap(ref, {
    ...(signal && { signal }),
    onProgress: ({ done, total }) => onProgress?.({ stage: 'unwrapping', done, total }),
  });
  const source = openSource(unwrapped.ref);
  const head = await source.read(0, Math.min(HEAD, source.size));
  const kind = identify(head, source.size);
  if (!beginsAsTar(head, kind)) {
    const recorded = await carriedSnapshot(source, kind);
    if (recorded) return recorded;
    if (kind !== 'json') {
      throw new EngineError('not-a-tar', 'the first bytes are not a tar header', { kind, size: source.size });
    }
    const { wrappers, diagnostics } = unwrapped;
    const document = await openDocument(unwrapped.ref, name, options);
    return { ...document, fileSize, wrappers, diagnostics: [...diagnostics, ...document.diagnostics] };
  }
  const scan = await scanTar(source, {
    ...(signal && { signal }),
    onProgress: (done, total) => onProgress?.({ stage: 'scanning', done, total }),
  });
  return {
    container: 'tar',
    source: unwrapped.ref,
    size: source.size,
    fileSize,
    wrappers: unwrapped.wrappers,
    members: scan.columns,
    diagnostics: [...unwrapped.diagnostics, ...scan.diagnostics],
  };
}

/** A tar begins with a header or with zeros. A damaged first header still says `ustar`. */
function beginsAsTar(head: Uint8Array, kind: string): boolean {
  const block = head.subarray(0, BLOCK);
  const isZero = block.every((byte) => byte === 0);
  const hasMagic = new TextDecoder('latin1').decode(block.subarray(257, 262)) === 'ustar';
  // Zeros may be an empty tar, or the room that other formats leave before their own header.
  const isEmptyTar = isZero && (kind === 'zeros' || kind === 'unknown');
  return block.length === BLOCK && (isEmptyTar || hasMagic || isTarHeader(block));
}
