import { sha256 } from '../bytes/hash';
import { openSource, type ByteSource } from '../bytes/source';
import { meantFinding, readContents, unwrapContents } from '../contents/contents';
import type { Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import type { Document } from '../model/archive';
import type { Artifact, ArtifactPart } from '../model/artifact';
import { payloadId, type ContentRef } from '../model/contents';
import type { SourceRef } from '../model/source';
import { openToc } from './layerTocs';

/** Whether a content may be a document that is summarised: text of some kind, that is no empty stand-in. */
function isReadable({ role, kind, mediaType, span, empty }: ArtifactPart): boolean {
  const isText = /[+/.]json\b|^text\/(?:spdx|json)/.test(mediaType ?? '') || kind === 'spdx' || kind === 'cyclonedx';
  return role === 'content' && span !== null && span.length > 0 && !empty && isText;
}

/** The artifacts with their contents opened and summarised, the first ones as far as `LIMITS.contentsTotalBytes` goes. */
export async function readAllContents(
  artifacts: readonly Artifact[],
  source: ByteSource,
): Promise<{ artifacts: Artifact[]; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  let left: number = LIMITS.contentsTotalBytes;
  const read = async (part: ArtifactPart, artifact: Artifact): Promise<ArtifactPart> => {
    const { span, path } = part;
    if (!span || !isReadable(part) || span.length > Math.min(left, LIMITS.contentBytes)) return part;
    if (source.has?.(span) === false) return part;
    left -= span.length;
    const about = artifact.about?.digest ?? null;
    const contents = readContents(await source.read(span.offset, span.length), path, about);
    const finding = contents && meantFinding(contents, path, about);
    if (finding) diagnostics.push(finding);
    return { ...part, contents };
  };
  const all: Artifact[] = [];
  for (const artifact of artifacts) {
    const parts: ArtifactPart[] = [];
    for (const part of artifact.parts) parts.push(await read(part, artifact));
    all.push({ ...artifact, parts });
  }
  return { artifacts: all, diagnostics };
}

/**
 * A part of an artifact as a document to read and, when it is an envelope, what is inside as another one; or the table of
 * contents of a layer. None when it is not in the archive or larger than `LIMITS.documentBytes`.
 */
export async function openContent(
  ref: SourceRef,
  { span, path, mediaType, inside: what }: ContentRef,
): Promise<Document[]> {
  if (!span) return [];
  if (what === 'toc') return openToc(openSource(ref), span, path);
  if (span.length > LIMITS.documentBytes) return [];
  const bytes = await openSource(ref).read(span.offset, span.length);
  const stored: Document = {
    id: path,
    kind: 'artifact-content',
    origin: 'found',
    path,
    mediaType,
    bytes,
    digest: await sha256(bytes),
    span,
    recipe: null,
  };
  const inside = unwrapContents(bytes, path);
  if (!inside || inside.bytes === bytes) return [stored];
  const payload: Document = {
    ...stored,
    id: payloadId(path),
    origin: 'derived',
    path: `${path} (payload)`,
    mediaType: inside.payloadType,
    bytes: inside.bytes,
    digest: await sha256(inside.bytes),
    span: null,
    recipe: { code: 'envelope-payload', from: [path] },
  };
  return [stored, payload];
}
