import { measureSpan as measureBytes } from './bytes/measure';
import { openSource } from './bytes/source';
import type { Archive, StatedLayer } from './model/archive';
import { parseDigest } from './model/digest';
import type { Measurement, MeasureRequest, Progress } from './model/facts';
import { isEncrypted } from './model/mediaType';
import { spanKey, type SourceRef } from './model/source';

export { openArchive, type OpenProgress } from './archive/open';
export { represent } from './archive/represent';
export { buildReport } from './archive/report';
export { orderMembers } from './tar/order';

/** Each distinct run of bytes that a layer or other blob of the archive's images is, once. Small documents are already hashed. */
export function measureRequests(archive: Archive): MeasureRequest[] {
  const documents = new Set(archive.documents.flatMap((each) => (each.span ? [spanKey(each.span)] : [])));
  const requests = new Map<string, { request: MeasureRequest; algorithms: Set<string> }>();
  const add = (layer: StatedLayer): void => {
    if (!layer.span) return;
    const key = spanKey(layer.span);
    const entry = requests.get(key) ?? {
      request: { span: layer.span, path: layer.path, algorithms: [], unpack: true },
      algorithms: new Set<string>(),
    };
    const algorithm = layer.digest === null ? null : parseDigest(layer.digest)?.algorithm;
    if (algorithm && algorithm !== 'sha256') entry.algorithms.add(algorithm);
    if (isEncrypted(layer.mediaType ?? '')) entry.request = { ...entry.request, unpack: false };
    requests.set(key, entry);
  };
  for (const image of archive.images) for (const stated of image.stated) stated.layers.forEach(add);
  for (const artifact of archive.artifacts) artifact.layers.forEach(add);
  return [...requests.entries()]
    .filter(([key, { algorithms }]) => !documents.has(key) || algorithms.size > 0)
    .map(([, { request, algorithms }]) => ({ ...request, algorithms: [...algorithms] }));
}

/** Reads one span to its end: digests of the stored and of the unpacked bytes in a single pass. */
export function measureSpan(
  ref: SourceRef,
  request: MeasureRequest,
  options: { signal?: AbortSignal; onProgress?: (progress: Progress) => void } = {},
): Promise<Measurement> {
  return measureBytes(openSource(ref), request, options);
}
