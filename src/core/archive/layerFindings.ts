import type { Diagnostic } from '../errors';
import type { StatedImage, StatedLayer } from '../model/archive';
import type { StatedArtifact } from '../model/artifact';
import { parseDigest } from '../model/digest';
import { isEncrypted, mediaTypeInfo, type Compression } from '../model/mediaType';
import { spanKey } from '../model/source';
import { canCompare } from '../verify/verify';

/** What is odd about what documents state of layers and of parts of artifacts, before any is measured; each once, however many images share it. */
export function layerFindings(
  stated: readonly StatedImage[],
  artifacts: readonly StatedArtifact[],
  compressions: ReadonlyMap<string, Compression>,
): Diagnostic[] {
  const findings = new Map<string, Diagnostic>();
  for (const layer of stated.flatMap((image) => image.layers)) {
    const key = `${layer.path} ${layer.mediaType ?? ''} ${layer.digest ?? ''}`;
    if (findings.has(key)) continue;
    const found = typeFinding(layer, compressions) ?? digestFinding(layer);
    if (found) findings.set(key, found);
  }
  for (const part of artifacts.flatMap((artifact) => artifact.parts)) {
    const found = digestFinding(part);
    if (found) findings.set(`${part.path} ${part.digest}`, found);
  }
  return [...findings.values()];
}

/** Docker's plain layer type is also used for compressed bytes, and readers look at these: that is no reason for worry. */
function typeFinding(
  { path, span, mediaType }: StatedLayer,
  compressions: ReadonlyMap<string, Compression>,
): Diagnostic | null {
  if (!span || span.length === 0 || mediaType === null || isEncrypted(mediaType)) return null;
  const info = mediaTypeInfo(mediaType);
  const compression = compressions.get(spanKey(span));
  if (info?.compression === undefined || compression === undefined || info.compression === compression) return null;
  const isCustom = info.family === 'docker' && info.compression === 'none';
  const severity = isCustom ? 'info' : 'warning';
  return { code: 'type-differs-from-bytes', severity, path, details: { path, mediaType, compression } };
}

function digestFinding({ path, digest }: Pick<StatedLayer, 'path' | 'digest'>): Diagnostic | null {
  const algorithm = digest === null ? undefined : parseDigest(digest)?.algorithm;
  if (digest === null || algorithm === undefined || canCompare(algorithm)) return null;
  return { code: 'digest-unsupported', severity: 'warning', path, details: { path, digest, algorithm } };
}
