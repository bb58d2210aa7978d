import type { Archive, Document, TraitCode, WriterGuess, WriterId } from '../model/archive';
import { memberAt, type Member } from '../model/members';
import { LIMITS } from '../limits';
import { normalPath } from '../tar/names';
import { valueOf } from './documents';
import { ArchiveManifest, Index } from './shapes';

/** What is looked at: the opened archive without its source, which is never read here. */
export type Signed = Pick<Archive, 'container' | 'members' | 'documents'>;

/** A member by its name below the archive's root. */
interface Named extends Member {
  readonly path: string;
}

/** What the habits of writers are looked for in. */
interface Seen {
  readonly members: readonly Named[];
  /** Of `manifest.json`; empty when it is no list. */
  readonly entries: ArchiveManifest;
  readonly layers: readonly string[];
  readonly index: Index | null;
  readonly document: (path: string) => Document | undefined;
}

const HEX = '[0-9a-f]{64}';
const LAYER_FOLDER = new RegExp(`^${HEX}$`);
const VERSION_FILE = new RegExp(`^${HEX}/VERSION$`);
const LAYER_IN_FOLDER = new RegExp(`^${HEX}/layer\\.tar$`);
const CREATED = 'org.opencontainers.image.created';

/** Every habit that tells writers apart, each to be seen in the bytes. What needs tar headers is false where there are none. */
const TRAITS: Readonly<Record<TraitCode, (seen: Seen) => boolean>> = {
  'layer-sources': ({ entries }) => entries.some(({ LayerSources }) => LayerSources),
  'no-manifest-list': ({ document }) => !document('manifest.json') && document('repositories') !== undefined,
  'folder-members': ({ members }) => members.some(({ type, path }) => type === 'directory' && LAYER_FOLDER.test(path)),
  'no-folder-members': ({ members }) =>
    members.some(({ path }) => VERSION_FILE.test(path)) && members.every(({ type }) => type !== 'directory'),
  'list-ends-in-newline': ({ document }) => document('manifest.json')?.bytes.at(-1) === 10,
  'layer-links': ({ members }) => members.some(({ type, path }) => type === 'symlink' && LAYER_IN_FOLDER.test(path)),
  'layer-alone': ({ layers, members }) =>
    every(layers, LAYER_IN_FOLDER) && !members.some(({ path }) => VERSION_FILE.test(path)),
  'config-first': ({ entries, members }) => members[0] !== undefined && members[0].path === entries[0]?.Config,
  'config-by-digest': ({ entries }) =>
    every(
      entries.map(({ Config }) => Config),
      new RegExp(`^sha256:${HEX}$`),
    ),
  'config-json': ({ entries, layers }) =>
    entries.length === 1 && entries[0]?.Config === 'config.json' && every(layers, new RegExp(`^${HEX}\\.tar\\.gz$`)),
  'blobs-tar-gz': ({ layers }) => every(layers, new RegExp(`^blobs/sha256/${HEX}\\.tar\\.gz$`)),
  'no-times': ({ members }) => members.length > 0 && members.every(({ mtime }) => mtime === 0),
  'some-times': ({ members }) => members.some(({ mtime }) => mtime !== 0),
  'read-only-blobs': ({ members }) => blobsHaveMode(members, 0o444),
  'writable-blobs': ({ members }) => blobsHaveMode(members, 0o644),
  'mark-compact': (seen) => markIs(seen, '{"imageLayoutVersion":"1.0.0"}'),
  'mark-spaced': (seen) => markIs(seen, '{"imageLayoutVersion": "1.0.0"}'),
  'mark-newline': (seen) => markIs(seen, '{"imageLayoutVersion":"1.0.0"}\n'),
  'mark-indented': (seen) => markIs(seen, '{\n    "imageLayoutVersion": "1.0.0"\n}'),
  'index-typed': ({ index }) => typeof index?.mediaType === 'string',
  'index-untyped': ({ index }) => index !== null && index.mediaType == null,
  'index-created': ({ index }) => index?.manifests?.some(({ annotations }) => annotations?.[CREATED] != null) ?? false,
  'index-indented': ({ document }) => textOf(document('index.json')).startsWith('{\n   "'),
  'dir-version': ({ document }) => textOf(document('version')).startsWith('Directory Transport Version:'),
};

/** The writers by their habits; the first that has all of them it is. */
const WRITERS: readonly (readonly [WriterId, readonly TraitCode[]])[] = [
  ['docker-25', ['layer-sources']],
  ['docker-1.9', ['no-manifest-list', 'folder-members']],
  ['docker-1.10', ['folder-members', 'list-ends-in-newline']],
  ['containers-archive', ['layer-links', 'no-times']],
  ['ggcr-tarball', ['config-by-digest']],
  ['ggcr-legacy', ['config-first', 'no-folder-members', 'no-times']],
  ['jib', ['config-json']],
  ['rules-oci', ['blobs-tar-gz']],
  ['nix', ['layer-alone']],
  ['buildkit', ['mark-compact', 'read-only-blobs', 'no-times', 'index-created']],
  ['containerd', ['mark-compact', 'read-only-blobs', 'no-times']],
  ['oras', ['mark-compact', 'index-typed', 'read-only-blobs', 'some-times']],
  ['containers-oci', ['mark-compact', 'index-typed', 'writable-blobs']],
  ['containers-oci-old', ['mark-spaced', 'index-untyped']],
  ['umoci', ['mark-newline', 'index-untyped']],
  ['ggcr-layout', ['mark-indented', 'index-indented']],
  ['containers-dir', ['dir-version']],
];

/**
 * Which tool's habits an archive shows, and which habits they are; null when no known writer's. It is a guess by the form:
 * who copies the form is taken for its writer, and a folder, which has no tar headers, says less than a tar.
 */
export function guessWriter(archive: Signed): WriterGuess | null {
  // Writers of images make some members for each layer; what has more than that has no such writer.
  if (archive.members.count > LIMITS.writerMembers) return null;
  const seen = look(archive);
  for (const [writer, traits] of WRITERS) {
    if (traits.every((trait) => TRAITS[trait](seen))) return { writer, traits };
  }
  return null;
}

function look({ container, members, documents }: Signed): Seen {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const entries = valueOf(byPath.get('manifest.json') ?? null, ArchiveManifest) ?? [];
  return {
    members: container === 'tar' ? namedMembers(members) : [],
    entries,
    layers: entries.flatMap(({ Layers }) => Layers ?? []),
    index: valueOf(byPath.get('index.json') ?? null, Index),
    document: (path) => byPath.get(path),
  };
}

function namedMembers(columns: Archive['members']): Named[] {
  return Array.from({ length: columns.count }, (_, i) => {
    const member = memberAt(columns, i);
    return { ...member, path: normalPath(member.name) ?? member.name };
  });
}

function blobsHaveMode(members: readonly Named[], mode: number): boolean {
  // By the stored name: `./blobs` and `folder/blobs` are of who packed a folder later, with modes of their own.
  const blobs = members.filter(({ type, name }) => type === 'file' && name.startsWith('blobs/'));
  return blobs.length > 0 && blobs.every((blob) => blob.mode === mode);
}

function markIs({ document }: Seen, text: string): boolean {
  return textOf(document('oci-layout')) === text;
}

/** The first bytes are enough for every question. */
function textOf(document: Document | undefined): string {
  return document ? new TextDecoder().decode(document.bytes.subarray(0, 256)) : '';
}

function every(texts: readonly string[], pattern: RegExp): boolean {
  return texts.length > 0 && texts.every((text) => pattern.test(text));
}
