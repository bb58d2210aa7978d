import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fileBlob } from '../scripts/fileBlob';
import { fileRows, measureRequests, measureSpans, openArchive, stackLayers } from './core/engine';
import type { Archive, Image } from './core/model/archive';
import { pathOfNode } from './core/model/fileTree';
import type { Measurement } from './core/model/facts';
import { filesByLayer, type LayerFiles } from './core/model/layerFiles';
import { MEMBER_TYPES, memberAt, type MemberType } from './core/model/members';
import { spanKey } from './core/model/source';
import { gnuTar } from './core/testing/gnuTar';
import { extract, inFolder, layoutRoot, missingTools, skopeo, skopeoCopy, unwrapped } from './core/testing/nativeTools';

import { modeText } from './ui/tables/memberText';

/*
 * The files that we say an image has, held against what umoci unpacks.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const files = ['public/samples', 'fixtures']
  .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(ROOT, folder, name)))
  .filter((path) => /\.tar(\.\w+)?$/.test(path) && !/^(artifact|not-an-image|broken)/.test(basename(path)));
/** umoci 0.4.7 knows gzip and plain layers, with the files of a Linux system; skopeo does not pack again what it does not unpack. */
const NOT_FOR_UMOCI = /encrypted|zstd|hello-(?:v1|flipped|oci-zstd)|windows/;
const missing = missingTools(['skopeo', 'umoci', 'zstd', 'gzip', 'xz', 'bzip2', 'tar']);
const isRoot = process.getuid?.() === 0;
const title =
  missing.length > 0 || !isRoot
    ? `skipped: needs root and ${missing.join(', ')}`
    : 'the files of an image are what umoci unpacks';

describe.skipIf(missing.length > 0 || !isRoot)(title, () => {
  it.each(files.filter((path) => !NOT_FOR_UMOCI.test(path)).map((path) => [basename(path), path] as const))(
    '%s',
    (_, path) =>
      inFolder(async (folder) => {
        const known = new Map<string, LayerFiles>();
        const archive = await openArchive({ blob: fileBlob(path) }, basename(path));
        const onFiles = (each: LayerFiles): void => void known.set(spanKey(each.span), each);
        const measured = await measureSpans(archive.source, measureRequests(archive), { onFiles });
        const layout = join(folder, 'layout');
        const said = skopeoCopy(referenceTo(archive, path, folder), `oci:${layout}:judged`);
        if (said !== null) throw new Error(said);
        const image = sameImage(archive, measured, layout);
        expect(listedLayers(image, known)).toEqual(gnuTarLayers(layout));
        const found = finalFiles(image, known);
        expect(found).toEqual(unpackedFiles(layout, folder));
        if (image.layers.length === 7) expect(Object.keys(found).length).toBeGreaterThan(150);
      }),
    60_000,
  );
});

function referenceTo({ evidence, images }: Archive, path: string, folder: string): string {
  const plain = unwrapped(path, folder);
  const formats = evidence.map(({ format }) => format);
  const [name] = images.flatMap(({ names }) => names);
  if (formats.includes('docker-archive')) return `docker-archive:${plain}${images.length > 1 ? `:${name}` : ''}`;
  const members = layoutRoot(extract(plain, folder));
  return formats.includes('oci-layout') ? `oci:${members}${named(members)}` : `dir:${members}`;
}

/** The name of a layout's first image, where one is needed. */
function named(layout: string): string {
  const index: unknown = JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8'));
  const names = JSON.stringify(index).match(/(?<="org\.opencontainers\.image\.ref\.name":")[^"]+/g) ?? [];
  return names[0] === undefined ? '' : `:${names[0]}`;
}

/** The image whose layers skopeo copied. */
function sameImage({ images }: Archive, measured: readonly Measurement[], layout: string): Image {
  const config = skopeo(`oci:${layout}:judged`, '--config', '--raw');
  const diffIds = JSON.stringify(JSON.parse(config)).match(/sha256:[0-9a-f]{64}/g) ?? [];
  const idOf = new Map(measured.map(({ span, diffId }) => [spanKey(span), diffId]));
  const found = images.find(({ layers }) =>
    diffIds.every((id, index) => {
      const span = layers[index]?.span;
      return span && idOf.get(spanKey(span)) === id;
    }),
  );
  if (!found) throw new Error('no image');
  return found;
}

/** By path: type, mode, owner, size of a file, target of a symbolic link. Folders that nobody wrote an entry for have no more than a type. */
function finalFiles({ layers }: Image, known: ReadonlyMap<string, LayerFiles>): Record<string, string> {
  const stacked = filesByLayer(layers, known);
  const tree = stackLayers(stacked);
  const query = { scope: 'final', layer: 0, shape: 'tree', sort: 'name', descending: false, filter: '' } as const;
  const { nodes, view } = fileRows(tree, query);
  const { events } = tree;
  return Object.fromEntries(
    Array.from(nodes, (node) => {
      const event = view.shown[node] ?? -1;
      const bytes = events.target[event] === -1 ? event : (events.target[event] ?? event);
      const row = events.row[bytes] ?? -1;
      const entries = stacked[events.layer[bytes] ?? 0]?.entries;
      const entry = entries && row >= 0 ? memberAt(entries, row) : null;
      return [pathOfNode(tree.nodes, node), described(entry, MEMBER_TYPES[events.type[bytes] ?? 0] ?? 'other')];
    }),
  );
}

function described(entry: ReturnType<typeof memberAt> | null, type: MemberType): string {
  if (!entry) return type;
  const mode = type === 'symlink' ? '' : entry.mode.toString(8);
  const more = type === 'file' ? `${entry.size}` : type === 'symlink' ? entry.link : '';
  return [type, mode, `${entry.uid}:${entry.gid}`, more].join(' ');
}

/** By layer, the base first: type, mode, owner, size and name of each entry, as GNU tar lists them. */
function listedLayers({ layers }: Image, known: ReadonlyMap<string, LayerFiles>): string[][] {
  return filesByLayer(layers, known).map((files) => {
    if (!files) throw new Error('a layer is not listed');
    const { entries } = files;
    return Array.from({ length: entries.count }, (_, row) => {
      const { type, mode, uid, gid, size, name, link } = memberAt(entries, row);
      const target = type === 'symlink' ? ` -> ${link}` : type === 'hardlink' ? ` link to ${link}` : '';
      const isDevice = type === 'chardev' || type === 'blockdev';
      const said = escaped(`${name}${target}`);
      return plain(`${modeText(mode, type).slice(5)} ${uid}/${gid} ${isDevice ? '' : `${size} `}${said}`);
    });
  });
}

/** As GNU tar escapes names. */
function escaped(name: string): string {
  return name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

/** Without what is not the same in both: the slash of folders, and how characters are written that do not print. */
function plain(line: string): string {
  return line.replace(/(?:\\(?:[0-7]{3}|[abfrtv])|(?!\n)[\p{Cc}\p{Cf}\ufffd])+/gu, '\ufffd').replace(/\/$/, '');
}

function gnuTarLayers(layout: string): string[][] {
  const manifest: unknown = JSON.parse(skopeo(`oci:${layout}:judged`, '--raw'));
  const { layers } = v.parse(v.object({ layers: v.array(v.object({ digest: v.string() })) }), manifest);
  return layers.map(({ digest }) => {
    const blob = readFileSync(join(layout, 'blobs', digest.replace(':', '/')));
    const tar = blob[0] === 0x1f && blob[1] === 0x8b ? gunzipSync(blob) : blob;
    return gnuTar(new Uint8Array(tar), '--quoting-style=escape').map((line) =>
      plain(
        // Without the time, and the number of a device.
        line.replace(
          /^(\S+ \S+ )(?:(\d+) |\d+,\d+ )\S+ \S+ /,
          (_, who: string, size?: string) => `${who}${size === undefined ? '' : `${size} `}`,
        ),
      ),
    );
  });
}

const TYPES: Readonly<Record<string, MemberType>> = {
  f: 'file',
  d: 'directory',
  l: 'symlink',
  c: 'chardev',
  b: 'blockdev',
  p: 'fifo',
};

function unpackedFiles(layout: string, folder: string): Record<string, string> {
  const bundle = join(folder, 'bundle');
  execFileSync('umoci', ['unpack', '--image', `${layout}:judged`, bundle], { stdio: 'pipe' });
  const found = execFileSync('find', ['.', '-mindepth', '1', '-printf', String.raw`%y\t%m\t%U:%G\t%s\t%l\t%P\0`], {
    cwd: join(bundle, 'rootfs'),
    encoding: 'utf8',
  });
  return Object.fromEntries(
    found
      .split('\0')
      .filter(Boolean)
      .map((line) => {
        const [kind = '', mode = '', owner = '', size = '', link = '', ...path] = line.split('\t');
        const type = TYPES[kind] ?? 'other';
        const more = type === 'file' ? size : type === 'symlink' ? link : '';
        return [path.join('\t'), [type, type === 'symlink' ? '' : mode, owner, more].join(' ')];
      }),
  );
}
