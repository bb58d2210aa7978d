import { sha256 } from '../bytes/hash';
import { parseJson } from '../bytes/json';
import { jsonTree } from '../bytes/jsonTree';
import { openSource } from '../bytes/source';
import { EngineError, type Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import type { BlobRef, FolderFile, UrlRef } from '../model/source';
import { dirPath } from '../formats/dirTransport';
import { fit } from '../formats/fit';
import { isObject, loneKind } from '../formats/guess';
import { printedPath } from '../formats/loneDocument';
import { Inspected } from '../formats/shapes';
import type { Contents, OpenOptions } from './contents';
import { listFiles } from './folder';

/**
 * A JSON document alone, as a folder that has nothing else, but for the manifests that are printed inside of it.
 * Throws `not-a-document`; its `why` says what the JSON looks like instead.
 */
export async function openDocument(ref: BlobRef | UrlRef, name: string, options: OpenOptions): Promise<Contents> {
  const source = openSource(ref);
  if (source.size > LIMITS.documentBytes) {
    throw notADocument('too-large', { size: source.size, limit: LIMITS.documentBytes });
  }
  const bytes = await source.read(0, source.size);
  const { value, diagnostics } = parseJson(bytes, name);
  const [problem] = value === undefined ? diagnostics.filter(({ severity }) => severity === 'error') : [];
  if (problem) {
    const { path: _, ...place } = problem.details;
    throw notADocument(problem.code.replace('json-', ''), place);
  }
  const kind = loneKind(value);
  if (kind === null) throw notADocument(likeness(value));
  const printed = kind === 'inspected' ? await printedManifests(value, bytes) : [];
  const contents = await listFiles([{ path: memberName(name), blob: new Blob([bytes]) }, ...printed], options);
  const space = kind === 'inspected' ? [] : await outerSpace(bytes, memberName(name));
  return {
    ...contents,
    container: 'document',
    size: source.size,
    fileSize: source.size,
    diagnostics: [...contents.diagnostics, ...space],
  };
}

/** White space around a document, which whoever printed or pasted it may have added, and the digest without it. */
async function outerSpace(bytes: Uint8Array<ArrayBuffer>, path: string): Promise<Diagnostic[]> {
  const isInk = (byte: number): boolean => ![0x20, 0x09, 0x0a, 0x0d].includes(byte);
  const inner = bytes.subarray(bytes.findIndex(isInk), bytes.findLastIndex(isInk) + 1);
  if (inner.length === bytes.length) return [];
  return [{ code: 'json-outer-space', severity: 'info', path, details: { digest: await sha256(inner) } }];
}

/** A name that no reader of paths refuses. */
function memberName(name: string): string {
  const safe = name.replace(/[/\\\0]/g, '_');
  return /^\.{0,2}$/.test(safe) ? 'document.json' : safe;
}

function notADocument(why: string, details: EngineError['details'] = {}): EngineError {
  return new EngineError('not-a-document', `no document of an image: ${why}`, { kind: 'json', why, ...details });
}

/** What JSON that is no document of an image looks like, by fields that only it has; the first that fits. */
const LIKENESSES: readonly (readonly [why: string, fields: readonly string[]])[] = [
  ['skopeo-inspect', ['LayersData']],
  ['skopeo-inspect', ['Digest', 'RepoTags', 'Layers']],
  ['skopeo-inspect', ['Architecture', 'Os', 'Layers']],
  ['docker-inspect', ['Id', 'RootFS']],
  ['archive-manifest', ['Config', 'Layers']],
  ['layout-mark', ['imageLayoutVersion']],
  ['registry-error', ['errors']],
  ['statement', ['_type']],
  ['statement', ['spdxVersion']],
  ['statement', ['bomFormat']],
  ['v1-json', ['id', 'created']],
  ['no-schema-version', ['manifests']],
  ['no-schema-version', ['layers']],
  ['no-schema-version', ['fsLayers']],
];

function likeness(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (!isObject(first)) return 'other';
  return LIKENESSES.find(([, fields]) => fields.every((field) => Object.hasOwn(first, field)))?.[0] ?? 'other';
}

/** The manifests inside what `docker manifest inspect -v` printed, under their digests where their bytes can be had. */
async function printedManifests(value: unknown, bytes: Uint8Array): Promise<FolderFile[]> {
  const fitted = fit(value, Inspected);
  const files: FolderFile[] = [];
  for (const [at, { Descriptor, Raw, SchemaV2Manifest, OCIManifest }] of (fitted.ok
    ? fitted.value.entries
    : []
  ).entries()) {
    const path = dirPath(Descriptor.digest, 'manifest');
    const manifest = SchemaV2Manifest ?? OCIManifest;
    const stored = fromBase64(Raw) ?? (await asStored(manifest, Descriptor.digest));
    if (path !== null && stored) files.push({ path, blob: new Blob([stored]) });
    else if (manifest != null) {
      const key = SchemaV2Manifest == null ? 'OCIManifest' : 'SchemaV2Manifest';
      const text = Array.isArray(value) ? textAt(bytes, `/${at}/${key}`) : textAt(bytes, `/${key}`);
      files.push({ path: printedPath(at), blob: new Blob([text]) });
    }
  }
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

function fromBase64(text: string | null | undefined): Uint8Array<ArrayBuffer> | null {
  if (text == null) return null;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** A manifest that was indented anew, as it was: the way of writing it that gives its digest; null when none does. */
async function asStored(manifest: unknown, digest: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isObject(manifest)) return null;
  for (const indent of [undefined, 3, 2, 4, '\t']) {
    const bytes = new TextEncoder().encode(JSON.stringify(manifest, null, indent));
    if ((await sha256(bytes)) === digest) return bytes;
  }
  return null;
}

/** The text of one value, as it stands in the document. */
function textAt(bytes: Uint8Array, pointer: string): string {
  const text = new TextDecoder().decode(bytes);
  let node = jsonTree(text);
  for (const end = pointer.length; node && node.pointer.length < end;) {
    node = node.children?.findLast((child) => `${pointer}/`.startsWith(`${child.pointer}/`)) ?? null;
  }
  return node ? text.slice(node.offset, node.offset + node.length) : '';
}
