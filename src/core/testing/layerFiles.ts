import { filesCollector } from '../layers/collect';
import type { LayerFiles } from '../model/layerFiles';

/** What an uncompressed layer lists. Throws when it is no layer. */
export function layerFilesOf(tar: Uint8Array, path = 'layer.tar'): LayerFiles {
  const span = { file: 0, offset: 0, length: tar.length };
  const collector = filesCollector({ span, algorithms: [], path, unpack: true, tar: true });
  collector?.sink.take(tar);
  const listed = collector?.finish({
    span,
    stored: {},
    compression: 'none',
    diffId: null,
    unpackedSize: null,
    diagnostics: [],
  });
  if (!listed) throw new Error('not a layer');
  return listed.files;
}
