import type { Diagnostic } from '../errors';
import type { StatedImage, StatedLayer } from '../model/archive';
import type { ArchiveFiles } from '../tar/files';
import type { DocumentStore } from './documents';
import type { Format } from './format';
import { configPlatform, readConfig } from './config';
import { ArchiveManifest } from './shapes';

const MANIFEST = 'manifest.json';

/**
 * `docker save` since 1.10, skopeo, podman, buildah, go-containerregistry: a list in `manifest.json` names each image's
 * config and layers (docker-image-spec v1.1 and v1.2, "Combined Image JSON + Filesystem Changeset Format").
 * That list is not a schema 2 manifest; the column that shows it works the schema 2 manifest out.
 */
export const dockerArchive: Format = {
  id: 'docker-archive',
  spec: 'docker-image-spec v1.2, distribution manifest-v2-2',
  async detect(files, store) {
    const entries = await readEntries(store);
    if (!entries) return null;
    return {
      format: 'docker-archive',
      facts: [
        { code: 'manifest-list', path: MANIFEST, count: entries.length },
        ...(files.find('repositories') ? [{ code: 'repositories' as const, path: 'repositories' }] : []),
      ],
    };
  },
  async read(files, store) {
    const diagnostics: Diagnostic[] = [];
    const images: StatedImage[] = [];
    await store.load('repositories', 'v1-repositories');
    for (const entry of (await readEntries(store)) ?? [])
      images.push(await readEntry(entry, files, store, diagnostics));
    return { images, diagnostics };
  },
};

/** The list, or null when `manifest.json` is absent or something else (an object in skopeo's `dir:`). */
async function readEntries(store: DocumentStore): Promise<ArchiveManifest | null> {
  const document = await store.load(MANIFEST, 'archive-manifest');
  if (!document || !Array.isArray(store.value(document))) return null;
  return store.read(document, ArchiveManifest);
}

async function readEntry(
  entry: ArchiveManifest[number],
  files: ArchiveFiles,
  store: DocumentStore,
  diagnostics: Diagnostic[],
): Promise<StatedImage> {
  const config = await store.load(entry.Config, 'config');
  if (!config) {
    diagnostics.push({ code: 'config-missing', severity: 'error', path: MANIFEST, details: { path: entry.Config } });
  }
  const configured = config && readConfig(store, config);
  const diffIds = configured?.rootfs?.diff_ids ?? [];
  const paths = entry.Layers ?? [];
  if (configured && paths.length !== diffIds.length) {
    diagnostics.push({
      code: 'layer-count-differs',
      severity: 'error',
      path: MANIFEST,
      details: { layers: paths.length, diffIds: diffIds.length, config: entry.Config },
    });
  }
  const layers = paths.map((path, i): StatedLayer => {
    const file = files.find(path);
    if (!file) diagnostics.push({ code: 'layer-missing', severity: 'error', path: MANIFEST, details: { path } });
    const diffId = diffIds[i] ?? null;
    const source = diffId === null ? undefined : entry.LayerSources?.[diffId];
    return {
      path: file?.path ?? path,
      span: file?.span ?? null,
      mediaType: source?.mediaType ?? null,
      digest: source?.digest ?? null,
      size: source?.size ?? null,
      diffId,
      v1Id: null,
    };
  });
  return {
    format: 'docker-archive',
    names: entry.RepoTags ?? [],
    pointer: MANIFEST,
    indexes: [],
    manifest: null,
    config: config?.id ?? null,
    layers,
    layerDocuments: [],
    mark: null,
    platform: configPlatform(configured),
  };
}
