import { EngineError, type Diagnostic } from '../errors';
import type { DocumentStore } from '../formats/documents';
import { ArchiveManifest } from '../formats/shapes';
import { MEMBER_TYPES, type MemberColumns } from '../model/members';
import { MARKERS, type ArchiveFiles } from '../tar/files';
import { textReader } from '../tar/text';

const SYSTEM_FOLDERS = /^(?:bin|boot|dev|etc|home|lib|lib64|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)$/;

const TOP_DOCUMENTS: ReadonlySet<string> = new Set(['manifest.json', 'index.json']);

/** A good tar without an image: what it looks like instead. */
export async function notAnImage(
  files: ArchiveFiles,
  store: DocumentStore,
  columns: MemberColumns,
  diagnostics: readonly Diagnostic[],
): Promise<EngineError> {
  const names = [...files.names()];
  const tops = new Set(names.map((name) => name.split('/')[0] ?? ''));
  const systemFolders = [...tops].filter((top) => SYSTEM_FOLDERS.test(top)).length;
  const details = { count: columns.count, names: [...tops].slice(0, 5).join('  ') };
  if (diagnostics.some(({ code }) => code === 'tar-truncated' || code === 'wrapper-corrupt')) {
    return new EngineError('cut-short', 'the archive ends before it says what the image is', details);
  }
  const damage = diagnostics.find(({ code }) => code === 'tar-bad-checksum' || code === 'tar-bad-size');
  if (damage) {
    const { code: why, offset = 0, details: seen } = damage;
    return new EngineError('tar-damaged', 'a damaged header hides what the image is', {
      ...details,
      ...seen,
      why,
      offset,
    });
  }
  if (names.some((name) => /(?:^|\/)\.wh\./.test(name))) {
    return new EngineError('single-layer', 'whiteouts: one layer', details);
  }
  if (names.includes('.dockerenv') || systemFolders >= 4) {
    return new EngineError('root-filesystem', 'a root file system', details);
  }
  const unreadable = await unreadableDocument(files, store);
  if (unreadable) {
    const { code: why, details: seen } = unreadable;
    return new EngineError('document-unreadable', 'what should say what the image is cannot be read', { ...seen, why });
  }
  if (systemFolders > 0) return new EngineError('single-layer', 'a few system folders: one layer', details);
  const outside = namesOutside(columns);
  if (outside) {
    return new EngineError('unsafe-names', 'what may be an image has names that lead out', { ...details, ...outside });
  }
  return new EngineError('not-an-image', 'no manifest.json, index.json or v1 folders', details);
}

/** What is wrong with the `manifest.json` or `index.json` in an archive of which no format could be told. */
async function unreadableDocument(files: ArchiveFiles, store: DocumentStore): Promise<Diagnostic | null> {
  // In a folder, such a name is hardly an image's.
  if (files.root !== '') return null;
  const manifest = await store.load('manifest.json', 'archive-manifest');
  if (manifest) store.read(manifest, ArchiveManifest);
  return store.diagnostics.find(({ severity, path }) => severity === 'error' && TOP_DOCUMENTS.has(path ?? '')) ?? null;
}

/**
 * Names that are absolute or climb out, where they are all that there is, or what they would be when unpacked, or what is beside them, says
 * that this is an image; null for other tars.
 */
function namesOutside({ names: stored, type, count }: MemberColumns): { unsafe: number; names: string } | null {
  const nameAt = textReader(stored);
  const shown: string[] = [];
  let [unsafe, files] = [0, 0];
  let isImage = false;
  for (let member = 0; member < count; member++) {
    if (MEMBER_TYPES[type[member] ?? -1] === 'directory') continue;
    const name = nameAt(member);
    files++;
    isImage ||= MARKERS.has(inside(name));
    if (!leadsOut(name)) continue;
    if (unsafe++ < 5) shown.push(name.slice(0, SHOWN));
  }
  return unsafe > 0 && (isImage || unsafe === files) ? { unsafe, names: shown.join('  ') } : null;
}

const SHOWN = 80;

function leadsOut(name: string): boolean {
  return name.startsWith('/') || name.split('/').includes('..');
}

/** Where tools that keep to the folder that they unpack into put a name. */
function inside(name: string): string {
  const parts: string[] = [];
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
