import type { DiagnosticCode } from '../errors';
import type { Document, EvidenceCode, StatedImage } from '../model/archive';
import { parseDigest } from '../model/digest';
import type { ArchiveFiles } from '../tar/files';
import { configPlatform } from './config';
import { dirPath, walkFrom } from './dirTransport';
import type { DocumentStore } from './documents';
import type { Format } from './format';
import { guessMediaType, loneKind } from './guess';
import type { LayoutForm } from './layoutForm';
import { IndexWalk } from './ociWalk';
import { Config, Inspected } from './shapes';

type LoneKind = NonNullable<ReturnType<typeof loneKind>>;

const EVIDENCE: Readonly<Record<LoneKind, EvidenceCode>> = {
  manifest: 'is-manifest',
  index: 'is-index',
  config: 'is-config',
  schema1: 'is-schema1',
  inspected: 'is-inspected',
};

/**
 * One document without an archive around it: a manifest, list, index, config or schema 1 manifest, or what
 * `docker manifest inspect -v` prints, with the manifests inside of it as further files. What it names is not here.
 */
export const loneDocument: Format = {
  id: 'document',
  spec: 'OCI image-spec v1.1, distribution manifest-v2-2 and manifest-v2-1',
  async detect(files, store) {
    const found = await firstDocument(files, store);
    return found && { format: 'document', facts: [{ code: EVIDENCE[found.kind], path: found.document.path }] };
  },
  async read(files, store) {
    const found = await firstDocument(files, store);
    if (!found) return { images: [], diagnostics: [] };
    const { document, kind } = found;
    if (kind === 'config') return { images: imagesOf(document, store), diagnostics: [] };
    const form: LayoutForm = { format: 'document', mark: null, pathOf: lonePath };
    const walk = new IndexWalk(files, store, form);
    if (kind !== 'inspected') await walkFrom(document, walk);
    else await walk.run(document);
    const printed = kind === 'inspected' ? await walkPrinted(document, files, store, form) : [];
    const walks = [walk, ...printed];
    return {
      images: walks.flatMap(({ images }) => images),
      artifacts: walks.flatMap(({ artifacts }) => artifacts),
      diagnostics: walks.flatMap(({ diagnostics }) => diagnostics).filter(({ code }) => !ABSENT.has(code)),
    };
  },
};

/** Nothing is expected beside a document: what is absent is not reported. */
const ABSENT: ReadonlySet<DiagnosticCode> = new Set([
  'manifest-missing',
  'config-missing',
  'layer-missing',
  'artifact-part-missing',
]);

/** The name of the manifest of an entry whose bytes are only known as they were printed. */
export function printedPath(at: number): string {
  return `printed-${at + 1}.manifest.json`;
}

async function walkPrinted(
  document: Document,
  files: ArchiveFiles,
  store: DocumentStore,
  form: LayoutForm,
): Promise<IndexWalk[]> {
  const walks: IndexWalk[] = [];
  for (const [at, descriptor] of (store.read(document, Inspected)?.manifests ?? []).entries()) {
    if (!files.find(printedPath(at))) continue;
    const manifest = await store.load(printedPath(at), 'manifest', descriptor.mediaType ?? null);
    if (!manifest) continue;
    const walk = new IndexWalk(files, store, form);
    await walk.runManifest(manifest, descriptor, [document]);
    walks.push(walk);
  }
  return walks;
}

/** Manifests printed inside of the document are files beside it; a blob has no other name than its digest. */
function lonePath(digest: string, role: 'manifest' | 'blob'): string | null {
  return role === 'manifest' ? dirPath(digest, role) : parseDigest(digest) && digest;
}

async function firstDocument(
  files: ArchiveFiles,
  store: DocumentStore,
): Promise<{ document: Document; kind: LoneKind } | null> {
  const [path] = files.names();
  const found = path === undefined ? null : await store.load(path, 'manifest');
  const value = found && store.value(found);
  const kind = loneKind(value);
  if (!found || kind === null) return null;
  const document = await store.load(found.path, kind === 'schema1' ? 'schema1-manifest' : kind, guessMediaType(value));
  return document && { document, kind };
}

function imagesOf(document: Document, store: DocumentStore): StatedImage[] {
  const config = store.read(document, Config);
  if (!config) return [];
  const layers = (config.rootfs?.diff_ids ?? []).map((diffId) => ({
    path: diffId,
    span: null,
    mediaType: null,
    digest: null,
    size: null,
    diffId,
    v1Id: null,
  }));
  const none = { names: [], pointer: null, indexes: [], manifest: null, layerDocuments: [], mark: null };
  return [{ ...none, format: 'document', config: document.id, layers, platform: configPlatform(config) }];
}
