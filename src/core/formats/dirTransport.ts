import type { Document, EvidenceFact } from '../model/archive';
import { parseDigest } from '../model/digest';
import { mediaTypeInfo } from '../model/mediaType';
import type { DocumentStore } from './documents';
import type { Format } from './format';
import { guessMediaType } from './guess';
import { IndexWalk, manifestKind } from './ociWalk';

const MANIFEST = 'manifest.json';
const VERSION = 'version';
const KNOWN_VERSION = 'Directory Transport Version: 1.1';

/**
 * The folder of `skopeo copy … dir:` and `podman save --format docker-dir`: `manifest.json` is the manifest itself, of any
 * kind, blobs are named by the bare hexadecimal of their digest, and the manifests that a list names end in `.manifest.json`
 * (containers/image, directory transport).
 */
export const dirTransport: Format = {
  id: 'dir-transport',
  spec: 'containers/image, Directory Transport Version 1.1',
  async detect(files, store) {
    const manifest = await rootManifest(store);
    if (!manifest) return null;
    const facts: EvidenceFact[] = [{ code: 'dir-manifest', path: MANIFEST }];
    if (files.find(VERSION)) facts.push({ code: 'dir-version', path: VERSION });
    const blobs = files.children('').filter((name) => /^[0-9a-f]{64,}$/.test(name)).length;
    if (blobs > 0) facts.push({ code: 'blobs', path: '', count: blobs });
    return { format: 'dir-transport', facts };
  },
  async read(files, store) {
    const root = await rootManifest(store);
    const mark = await store.load(VERSION, 'dir-version');
    const walk = new IndexWalk(files, store, { format: 'dir-transport', mark: mark?.id ?? null, pathOf: dirPath });
    const version = mark && new TextDecoder().decode(mark.bytes.subarray(0, 200)).trim();
    if (version !== null && version !== KNOWN_VERSION) {
      walk.report('version-unknown', 'warning', VERSION, { version });
    }
    if (root) await walkFrom(root, walk);
    return { images: walk.images, artifacts: walk.artifacts, diagnostics: walk.diagnostics };
  },
};

/** Reads what a manifest or an index leads to, whichever it is. */
export async function walkFrom(root: Document, walk: IndexWalk): Promise<void> {
  if (mediaTypeInfo(root.mediaType ?? '')?.role === 'index') await walk.run(root);
  else await walk.runManifest(root);
}

/** Where a `dir:` has the bytes of a digest; null when it is not one. */
export function dirPath(digest: string, role: 'manifest' | 'blob'): string | null {
  const parsed = parseDigest(digest);
  return parsed && (role === 'manifest' ? `${parsed.encoded}.manifest.json` : parsed.encoded);
}

async function rootManifest(store: DocumentStore): Promise<Document | null> {
  const document = await store.load(MANIFEST, 'archive-manifest');
  const mediaType = document && guessMediaType(store.value(document));
  if (!mediaType) return null;
  return store.load(MANIFEST, manifestKind(mediaType), mediaType);
}
