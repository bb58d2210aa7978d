import type { EvidenceFact } from '../model/archive';
import { parseDigest } from '../model/digest';
import type { Format } from './format';
import { IndexWalk, isIndex } from './ociWalk';
import { LayoutMark } from './shapes';

const INDEX = 'index.json';
const MARK = 'oci-layout';

/** `oci-layout`, `index.json` and `blobs/`: everything is named by descriptor (OCI image-spec image-layout.md). */
export const ociLayout: Format = {
  id: 'oci-layout',
  spec: 'OCI image-spec v1.1',
  async detect(files, store) {
    const index = await store.load(INDEX, 'layout-index');
    const mark = await store.load(MARK, 'oci-layout');
    if (!index || (!mark && !isIndex(store.value(index)))) return null;
    const facts: EvidenceFact[] = [];
    if (mark) facts.push({ code: 'oci-layout-file', path: MARK });
    facts.push({ code: 'index-json', path: INDEX });
    const blobs = files.children('blobs/sha256').length;
    if (blobs > 0) facts.push({ code: 'blobs', path: 'blobs/', count: blobs });
    return { format: 'oci-layout', facts };
  },
  async read(files, store) {
    const index = await store.load(INDEX, 'layout-index');
    const mark = await store.load(MARK, 'oci-layout');
    const walk = new IndexWalk(files, store, { format: 'oci-layout', mark: mark?.id ?? null, pathOf: blobPath });
    const version = mark && store.read(mark, LayoutMark)?.imageLayoutVersion;
    if (version != null && version !== '1.0.0') {
      walk.report('version-unknown', 'warning', MARK, { version });
    }
    if (index && !mark) walk.report('mark-missing', 'warning', INDEX, { path: MARK });
    if (index) await walk.run(index);
    return { images: walk.images, artifacts: walk.artifacts, diagnostics: walk.diagnostics };
  },
};

/** Where a blob is in a layout; null when the digest is not one. */
export function blobPath(digest: string): string | null {
  const parsed = parseDigest(digest);
  return parsed && `blobs/${parsed.algorithm}/${parsed.encoded}`;
}
