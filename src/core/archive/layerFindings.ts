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
    const found = typeFinding(layer, compressions) ?? digestFinding(layer);
    if (found && !findings.has(key)) findings.set(key, found);
    for (const url of layer.traits?.urls ?? []) {
      if (!isSafeUrl(url)) findings.set(`${layer.path} ${url}`, unsafeUrl(layer.path, url));
    }
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

/** Whether an address leads to a named host of the web, with no password for it, rather than into the machine or the network of whoever fetches. */
function isSafeUrl(url: string): boolean {
  const host = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1];
  return host !== undefined && !/@|^\[|^[\d.]+(?::|$)|^0x|^localhost(?::|$)/i.test(host);
}

/** containerd once sent a registry's password to whatever address a layer named (CVE-2020-15157). */
function unsafeUrl(path: string, url: string): Diagnostic {
  return { code: 'layer-url-unsafe', severity: 'warning', path, details: { path, url } };
}

function digestFinding({ path, digest }: Pick<StatedLayer, 'path' | 'digest'>): Diagnostic | null {
  const algorithm = digest === null ? undefined : parseDigest(digest)?.algorithm;
  if (digest === null || algorithm === undefined || canCompare(algorithm)) return null;
  return { code: 'digest-unsupported', severity: 'warning', path, details: { path, digest, algorithm } };
}
