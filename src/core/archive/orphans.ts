import { parseJson } from '../bytes/json';
import type { DocumentStore } from '../formats/documents';
import { LIMITS } from '../limits';
import type { DocumentKind, Orphan, StatedImage } from '../model/archive';
import type { StatedArtifact } from '../model/artifact';
import { algorithmOfName } from '../model/digest';
import { spanKey } from '../model/source';
import type { ArchiveFiles } from '../tar/files';

/** What a document nobody points at is, by a field that each of its kind has: nothing else says it. */
const KINDS: readonly (readonly [field: string, kind: DocumentKind])[] = [
  ['fsLayers', 'schema1-manifest'],
  ['manifests', 'index'],
  ['layers', 'manifest'],
  ['rootfs', 'config'],
  ['id', 'v1-json'],
];

/**
 * Files of the archive that nothing points at. Small JSON among the blobs is read: Docker 25 and later leave each layer's
 * v1 document there, for readers that no longer exist, and umoci the manifests that it replaced.
 */
export async function findOrphans(
  files: ArchiveFiles,
  store: DocumentStore,
  stated: readonly StatedImage[],
  artifacts: readonly StatedArtifact[],
): Promise<{ orphans: Orphan[]; count: number }> {
  const pointedAt = new Set([
    ...store.all().flatMap((document) => (document.span ? [spanKey(document.span)] : [])),
    ...stated
      .flatMap((image) => [...image.layers, ...(image.emptyLayers ?? [])])
      .flatMap((layer) => (layer.span ? [spanKey(layer.span)] : [])),
    ...artifacts.flatMap((artifact) => artifact.parts.flatMap((part) => (part.span ? [spanKey(part.span)] : []))),
  ]);
  const v1Folders = new Set(
    stated.flatMap((image) => image.layers.flatMap((layer) => (layer.v1Id === null ? [] : [`${layer.v1Id}/VERSION`]))),
  );
  const orphans: Orphan[] = [];
  let count = 0;
  for (const path of files.names()) {
    const file = files.find(path);
    if (!file || v1Folders.has(path) || file.via.length > 0 || pointedAt.has(spanKey(file.span))) continue;
    if (++count <= LIMITS.orphans) orphans.push({ path, size: file.span.length, document: null });
  }
  for (const [i, orphan] of orphans.entries()) {
    if (algorithmOfName(orphan.path) === null || orphan.size > LIMITS.orphanDocumentBytes) continue;
    const span = files.find(orphan.path)?.span;
    if (!span || files.source.has?.(span) === false) continue;
    const head = await files.source.read(span.offset, Math.min(1, orphan.size));
    if (head[0] !== 0x7b) continue;
    const content = await files.readDocument(orphan.path);
    const kind = content?.ok ? kindOf(parseJson(content.bytes, orphan.path).value) : undefined;
    const document = kind && (await store.load(orphan.path, kind));
    if (document) orphans[i] = { ...orphan, document: document.id };
  }
  return { orphans, count };
}

function kindOf(value: unknown): DocumentKind | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return KINDS.find(([field]) => field in value)?.[1];
}
