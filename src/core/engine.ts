import { blobMembers } from './archive/blobMembers';
import { measureSpan } from './bytes/measure';
import { withToc } from './archive/layerTocs';
import { repeatedSpans } from './archive/repeated';
import { openAhead } from './bytes/readAhead';
import type { Archive, StatedLayer } from './model/archive';
import { algorithmOfName, parseDigest } from './model/digest';
import { filesCollector } from './layers/collect';
import type { Measurement, MeasureRequest, Progress } from './model/facts';
import type { LayerFiles } from './model/layerFiles';
import { isTocKind } from './model/layerTraits';
import { isEncrypted } from './model/mediaType';
import { hasBytes, spanKey, type SourceRef } from './model/source';

export type { OpenProgress } from './archive/contents';
export { openArchive } from './archive/open';
export { fileDigest } from './bytes/fileDigest';
export { reachUrl } from './bytes/fetchUrl';
export { parseChallenge, tokenUrl } from './registry/challenge';
export { listRegistry } from './registry/list';
export { setReach, type Reach } from './bytes/remote';
export { carriedFile, carryFile } from './snapshot/file';
export { makeSnapshot } from './snapshot/make';
export { openContent } from './archive/partContents';
export { membersIn, openFile, readFileIn, type FileOpened } from './archive/inside';
export { represent } from './archive/represent';
export { integrityTable } from './archive/integrity';
export { manifestForms } from './convert/manifestForms';
export { planExport } from './export/planExport';
export { manifestTables } from './archive/manifestTables';
export { configView } from './archive/configView';
export { exportOffers, packOf } from './export/saving';
export type { Pack } from './export/pack';
export { memberBytes } from './annotate/memberBytes';
export { buildReport, reportText } from './archive/report';
export { orderMembers } from './tar/order';
export { fileListing } from './layers/listing';
export { readContents, type ContentRequest } from './diff/contents';
export { diffImages } from './diff/diffImages';
export { diffRows } from './diff/rows';
export { diffFiles } from './diff/text';
export { fileRows } from './layers/rows';
export { stackLayers } from './layers/stack';
export { findDuplicates } from './layers/duplicates';
export { findWaste } from './layers/waste';
export { findInstalled } from './packages/installed';
export { findSensitive } from './sensitive/findSensitive';
export { tamper, type TamperedWith } from './tamper/tamper';
export { repair, type Repair } from './tamper/repair';
export { patchedBlob } from './tamper/pieces';
export { compareAttachedSbom } from './archive/attachedSbom';

/**
 * Each distinct run of bytes that a layer or other blob is, once. Documents are hashed with sha256
 * when they are opened: only those named by another algorithm are measured too.
 */
export function measureRequests(archive: Archive): MeasureRequest[] {
  const requests = new Map<string, { request: MeasureRequest; algorithms: Set<string> }>();
  const add = (request: MeasureRequest, algorithm: string | null | undefined): void => {
    const key = spanKey(request.span);
    const entry = requests.get(key) ?? { request, algorithms: new Set<string>() };
    if (algorithm && algorithm !== 'sha256') entry.algorithms.add(algorithm);
    const unpack = entry.request.unpack && request.unpack;
    const tar = entry.request.tar === true || request.tar === true;
    const tocs = [...new Set([...(entry.request.tocs ?? []), ...(request.tocs ?? [])])];
    requests.set(key, { ...entry, request: { ...entry.request, unpack, ...(tar && { tar, tocs }) } });
  };
  const addLayer = ({ span, path, digest, mediaType, traits }: StatedLayer): void => {
    if (!span) return;
    const unpack = !isEncrypted(mediaType ?? '');
    const tocs = (traits?.kinds ?? []).filter(isTocKind);
    const algorithm = digest === null ? null : parseDigest(digest)?.algorithm;
    add({ span, path, algorithms: [], unpack, tar: true, tocs }, algorithm);
  };
  for (const stated of archive.images.flatMap((image) => image.stated)) {
    for (const layer of [...stated.layers, ...(stated.emptyLayers ?? [])]) addLayer(layer);
  }
  const inHand = new Set(archive.documents.flatMap(({ span }) => (span ? [spanKey(span)] : [])));
  for (const { role, span, path, digest } of archive.artifacts.flatMap(({ parts }) => parts)) {
    if (!span || (role === 'config' && inHand.has(spanKey(span)))) continue;
    add({ span, path, algorithms: [], unpack: true }, parseDigest(digest)?.algorithm);
  }
  for (const { span, path } of archive.documents) {
    const algorithm = algorithmOfName(path);
    if (span && algorithm && algorithm !== 'sha256') add({ span, path, algorithms: [], unpack: true }, algorithm);
  }
  // Whatever is named by a digest says something of its bytes, also when nothing points at it.
  for (const { span, path, algorithm } of blobMembers(archive.members)) {
    const key = spanKey(span);
    if (!inHand.has(key) && !requests.has(key)) add({ span, path, algorithms: [], unpack: true }, algorithm);
  }
  for (const { span, path } of repeatedSpans(archive)) {
    const key = spanKey(span);
    if (!inHand.has(key) && !requests.has(key)) add({ span, path, algorithms: [], unpack: true }, null);
  }
  const { snapshot, source } = archive;
  const redacted = new Set(archive.documents.flatMap(({ span, redacted: is }) => (span && is ? [spanKey(span)] : [])));
  const canMeasure = ({ request: { span } }: { request: MeasureRequest }): boolean =>
    !snapshot || (hasBytes(source, span) && !redacted.has(spanKey(span)));
  return [...requests.values()]
    .filter(canMeasure)
    .map(({ request, algorithms }) => ({ ...request, algorithms: [...algorithms] }));
}

export interface MeasureOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Called for each layer whose bytes are a tar, in the order of the requests. */
  readonly onFiles?: (files: LayerFiles) => void;
}

/**
 * Reads each span to its end, in their order: digests of the stored and of the unpacked bytes in a single pass; then its table of contents, if asked to. The progress is that of all
 * together. Throws EngineError: `cancelled`, `file-changed`, `out-of-bounds`; what is wrong with the bytes is in their measurement.
 */
export async function measureSpans(
  ref: SourceRef,
  requests: readonly MeasureRequest[],
  { signal, onProgress, onFiles }: MeasureOptions = {},
): Promise<Measurement[]> {
  const source = openAhead(ref);
  const total = requests.reduce((sum, { span }) => sum + span.length, 0);
  const measurements: Measurement[] = [];
  let before = 0;
  for (const request of requests) {
    const progress = ({ done }: Progress): void => onProgress?.({ done: before + done, total });
    const options = signal ? { signal } : {};
    const collector = filesCollector(request);
    const measured = await measureSpan(source, request, {
      ...options,
      onProgress: progress,
      plain: collector?.sink ?? null,
    });
    const listed = collector?.finish(measured);
    if (listed) onFiles?.(listed.files);
    const whole = listed ? { ...measured, diagnostics: [...measured.diagnostics, ...listed.diagnostics] } : measured;
    measurements.push(await withToc(source, request, whole, options));
    before += request.span.length;
  }
  return measurements;
}
