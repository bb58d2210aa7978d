import type { Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import type { Document, EvidenceFact, StatedImage } from '../model/archive';
import type { ArchiveFiles } from '../tar/files';
import { configPlatform } from './config';
import type { DocumentStore } from './documents';
import type { Format } from './format';
import { Repositories, V1Json } from './shapes';

const REPOSITORIES = 'repositories';

/**
 * The layout of Docker before 1.10, and beside `manifest.json` until 24: one folder per layer with `VERSION`, `json` and
 * `layer.tar`; `parent` in each `json` chains them (docker-image-spec v1.0 v1.md).
 */
export const dockerV1: Format = {
  id: 'docker-v1',
  spec: 'docker-image-spec v1.0',
  async detect(files, store) {
    const folders = layerFolders(files);
    const [first] = folders;
    if (first === undefined || !(await layerJson(first, store))) return null;
    const facts: EvidenceFact[] = [{ code: 'v1-folders', path: `${first}/`, count: folders.length }];
    if (files.find(REPOSITORIES)) facts.push({ code: 'repositories', path: REPOSITORIES });
    if (!files.find('manifest.json')) facts.push({ code: 'no-manifest', path: 'manifest.json' });
    return { format: 'docker-v1', facts };
  },
  async read(files, store) {
    const diagnostics: Diagnostic[] = [];
    const folders = new Map<string, { document: Document; json: V1Json }>();
    for (const id of layerFolders(files)) {
      const layer = await layerJson(id, store);
      if (layer) folders.set(id, layer);
    }
    const repositories = await store.load(REPOSITORIES, 'v1-repositories');
    const names = namesByTop((repositories && store.read(repositories, Repositories)) ?? {});
    for (const id of names.keys()) {
      if (!folders.has(id) && folders.size > 0) {
        diagnostics.push({ code: 'tag-target-missing', severity: 'warning', path: REPOSITORIES, details: { id } });
      }
    }
    const images: StatedImage[] = [];
    for (const top of tops(folders, names)) {
      const chain = parents(top, folders, diagnostics);
      const json = folders.get(top)?.json;
      const mark = await store.load(`${top}/VERSION`, 'v1-version');
      images.push({
        format: 'docker-v1',
        names: names.get(top) ?? [],
        pointer: names.has(top) ? REPOSITORIES : null,
        indexes: [],
        manifest: null,
        config: folders.get(top)?.document.id ?? null,
        layers: chain.map((id) => {
          const file = files.find(`${id}/layer.tar`);
          return {
            path: `${id}/layer.tar`,
            span: file?.span ?? null,
            mediaType: null,
            digest: null,
            size: null,
            diffId: null,
            v1Id: id,
          };
        }),
        layerDocuments: chain.flatMap((id) => folders.get(id)?.document.id ?? []),
        layerMarks: chain.map((id) => files.find(`${id}/VERSION`)?.span ?? null),
        mark: mark?.id ?? null,
        platform: configPlatform(json),
      });
    }
    return { images, diagnostics };
  },
};

/** Folders with a `json` and a `layer.tar`, in stored order. The name of a genuine one is the layer's ID. */
function layerFolders(files: ArchiveFiles): string[] {
  const folders: string[] = [];
  for (const name of files.names()) {
    const folder = /^([^/]+)\/json$/.exec(name)?.[1];
    if (folder !== undefined && files.find(`${folder}/layer.tar`)) folders.push(folder);
    if (folders.length > LIMITS.layersPerImage) break;
  }
  return folders;
}

async function layerJson(folder: string, store: DocumentStore): Promise<{ document: Document; json: V1Json } | null> {
  const document = await store.load(`${folder}/json`, 'v1-json');
  const json = document && store.read(document, V1Json);
  return document && json ? { document, json } : null;
}

/** Layer ID → the names that point at it. */
function namesByTop(
  repositories: Readonly<Record<string, Readonly<Record<string, string>> | null | undefined>>,
): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [repository, tags] of Object.entries(repositories)) {
    for (const [tag, id] of Object.entries(tags ?? {})) {
      const known = names.get(id);
      if (known) known.push(`${repository}:${tag}`);
      else names.set(id, [`${repository}:${tag}`]);
    }
  }
  return names;
}

/** The top layer of each image: what a tag points at, and what is nobody's parent. */
function tops(folders: ReadonlyMap<string, { json: V1Json }>, names: ReadonlyMap<string, unknown>): string[] {
  const isParent = new Set([...folders.values()].map((layer) => layer.json.parent));
  const ids = [...folders.keys()];
  const found = ids.filter((id) => names.has(id) || !isParent.has(id));
  // In a loop everybody is somebody's parent.
  return found.length > 0 ? found : ids.slice(0, 1);
}

/** The chain from `top` down its parents, base first. */
function parents(top: string, folders: ReadonlyMap<string, { json: V1Json }>, diagnostics: Diagnostic[]): string[] {
  const chain: string[] = [];
  const seen = new Set<string>();
  for (let id: string | null | undefined = top; id; id = folders.get(id)?.json.parent) {
    if (seen.has(id)) {
      diagnostics.push({ code: 'parent-loop', severity: 'error', path: `${id}/json`, details: { id } });
      break;
    }
    if (!folders.has(id)) {
      diagnostics.push({
        code: 'parent-missing',
        severity: 'error',
        path: `${chain.at(-1) ?? top}/json`,
        details: { id },
      });
      break;
    }
    seen.add(id);
    chain.push(id);
  }
  return chain.reverse();
}
