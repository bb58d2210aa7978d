import * as v from 'valibot';
import { createDigester } from '../bytes/hash';
import { joined } from '../bytes/joined';
import { parseJson } from '../bytes/json';
import { ask } from '../bytes/remote';
import { EngineError } from '../errors';
import { LIMITS } from '../limits';
import type { Progress } from '../model/facts';
import { parseDigest } from '../model/digest';
import { MEDIA } from '../model/mediaType';
import type { FolderFile } from '../model/source';
import { parseReference, type RegistryReference } from './reference';

/** What a registry may send: without the list, old ones send a schema 1 manifest that they make for the purpose. */
const ACCEPT = [
  MEDIA.ociIndex,
  MEDIA.ociManifest,
  MEDIA.dockerList,
  MEDIA.dockerManifest,
  MEDIA.dockerManifestV1Signed,
].join(', ');

const BlobPointer = v.object({ digest: v.string(), size: v.number() });
const Pointers = v.object({
  manifests: v.nullish(v.array(v.looseObject({ digest: v.string() }))),
  config: v.nullish(v.unknown()),
  layers: v.nullish(v.array(v.unknown())),
});

export interface ListOptions {
  readonly signal?: AbortSignal;
  /** Documents. */
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * An image on a registry as the folder that `skopeo copy docker://… dir:` makes of it: manifests and configs are fetched, layers stay there until they
 * are read (OCI distribution-spec 1.1, "Pull"). Throws `url-unreachable`, `url-refused`, `registry-token`, `registry-differs` when what a digest names has another one,
 * `cancelled`, `not-a-document`.
 */
export async function listRegistry(text: string, options: ListOptions = {}): Promise<FolderFile[]> {
  const reference = parseReference(text);
  if (!reference) throw new EngineError('internal', 'not a reference');
  const reader = new Reader(reference, options);
  const root = await reader.manifest(reference.reference);
  const files: FolderFile[] = [
    { path: 'version', blob: new Blob(['Directory Transport Version: 1.1\n']) },
    { path: 'manifest.json', blob: new Blob([root]) },
  ];
  const children = [...new Set((pointersOf(root)?.manifests ?? []).map(({ digest }) => digest))];
  const manifests = [root];
  for (const digest of children.filter((each) => parseDigest(each)).slice(0, LIMITS.registryManifests)) {
    const bytes = await reader.ifThere(() => reader.manifest(digest));
    if (!bytes) continue;
    manifests.push(bytes);
    files.push({ path: `${parseDigest(digest)?.encoded}.manifest.json`, blob: new Blob([bytes]) });
  }
  const known = new Set<string>();
  for (const { config, layers } of manifests.flatMap((bytes) => pointersOf(bytes) ?? [])) {
    const pointed = [...(config ? [config] : []), ...(layers ?? [])];
    for (const [i, each] of pointed.entries()) {
      const found = v.safeParse(BlobPointer, each);
      const name = found.success ? parseDigest(found.output.digest)?.encoded : undefined;
      if (!found.success || name === undefined || known.has(name)) continue;
      known.add(name);
      const { digest, size } = found.output;
      const url = reader.blobUrl(digest);
      if (config && i === 0 && size <= LIMITS.registryDocumentBytes) {
        const bytes = await reader.ifThere(() => reader.document(url));
        if (bytes) files.push({ path: name, blob: new Blob([bytes]) });
      } else if (Number.isSafeInteger(size) && size >= 0)
        files.push({ path: name, blob: { url, size, version: null } });
    }
  }
  return files;
}

class Reader {
  private done = 0;

  constructor(
    private readonly reference: RegistryReference,
    private readonly options: ListOptions,
  ) {}

  blobUrl(digest: string): string {
    const { origin, repository } = this.reference;
    return `${origin}/v2/${repository}/blobs/${digest}`;
  }

  async manifest(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const { origin, host, repository } = this.reference;
    const bytes = await this.document(`${origin}/v2/${repository}/manifests/${name}`, ACCEPT);
    const algorithm = parseDigest(name)?.algorithm;
    const actual = algorithm === undefined ? null : (await createDigester())(algorithm, bytes);
    if (actual !== null && actual !== name) {
      throw new EngineError('registry-differs', `${name} has other bytes`, { host, digest: name, actual });
    }
    return bytes;
  }

  /** A small document, whole. */
  async document(url: string, accept?: string): Promise<Uint8Array<ArrayBuffer>> {
    const { signal, onProgress } = this.options;
    if (signal?.aborted) throw new EngineError('cancelled', 'cancelled');
    const { body } = await ask(url, null, accept);
    const reader = body.getReader();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(next.value);
      size += next.value.length;
      if (size > LIMITS.registryDocumentBytes) {
        await reader.cancel();
        throw new EngineError('not-a-document', 'more than a registry keeps as a document', { size });
      }
    }
    onProgress?.({ done: ++this.done, total: 0 });
    return joined(parts);
  }

  /** Null for what the registry has not: the list that names it is shown all the same. */
  async ifThere<T>(read: () => Promise<T>): Promise<T | null> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof EngineError && error.code === 'url-refused' && error.details['status'] === 404) return null;
      throw error;
    }
  }
}

function pointersOf(bytes: Uint8Array): v.InferOutput<typeof Pointers> | null {
  const found = v.safeParse(Pointers, parseJson(bytes, 'manifest.json').value);
  return found.success ? found.output : null;
}
