import { describe, expect, it } from 'vitest';
import { openArchive, represent } from '../engine';
import type { Archive } from '../model/archive';
import type { Measurement } from '../model/facts';
import type { ColumnId } from '../model/representation';
import { buildImage } from '../testing/buildImage';
import { readFixture } from '../testing/readFixture';
import type { LayoutCell, LayoutTrees } from './layoutModel';
import { layoutTrees } from './layoutTrees';

async function treesOf(file: string): Promise<LayoutTrees> {
  const { archive, measurements } = await readFixture(file);
  return treesIn(archive, measurements);
}

async function treesIn(archive: Archive, measurements: readonly Measurement[]): Promise<LayoutTrees> {
  const [image] = archive.images;
  if (!image) throw new Error('no image');
  return layoutTrees(archive, image, await represent(archive, image, measurements));
}

/** Long names by their first digits. */
const short = (text: string): string => text.replace(/[0-9a-f]{64}/g, (hex) => hex.slice(0, 4));

function cellText(cell: LayoutCell): string {
  if (cell.kind === 'within') return `in ${short(cell.node)}`;
  if (cell.kind === 'hole') return `only ${cell.only.join(' ')}${cell.note ? `: ${cell.note}` : ''}`;
  const lines = cell.lines.map((line) =>
    line.map(({ path, origin, absent }) => `${absent ? '!' : origin === 'derived' ? '~' : ''}${short(path)}`).join(' '),
  );
  return lines.join(' / ');
}

/** A column from top to bottom; derived files with `~`, absent ones with `!`. */
const column = ({ rows }: LayoutTrees, id: ColumnId): string[] =>
  rows.map(({ part, cells }) => `${part}: ${cellText(cells[id])}`);

/** What the nodes of a column with such a path name, and how. */
function namedBy({ references }: LayoutTrees, id: ColumnId, path: RegExp): string[] {
  const from = (node: string): boolean => node.startsWith(`${id} `) && path.test(node.split(' ')[2] ?? '');
  return references.flatMap((each) =>
    from(each.from) ? [short(`${each.to.split(' ')[2]} ${each.by} ${each.pointer}`).trim()] : [],
  );
}

describe('layoutTrees of what the archive has', () => {
  it('shows a docker archive with its v1 folders as both, and the OCI layout as it would be', async () => {
    const trees = await treesOf('small.docker20-save.tar');
    expect(trees.columns.v1).toEqual({ format: 'docker-v1', origin: 'found', cannot: null });
    expect(trees.columns.oci).toEqual({ format: 'oci-layout', origin: 'derived', cannot: null });
    expect(column(trees, 'v1').filter((row) => !/layer:[2-6]/.test(row))).toEqual([
      'pointer: repositories',
      'manifest: only oci: follow-parent',
      'config: in v1 layer:7 0de7/json',
      'layer:1: 01bc/json 01bc/layer.tar 01bc/VERSION',
      'layer:7: 0de7/json 0de7/layer.tar 0de7/VERSION',
      'mark: in v1 layer:7 0de7/VERSION',
    ]);
    expect(column(trees, 'v2s2').slice(0, 4)).toEqual([
      'pointer: manifest.json / repositories',
      'manifest: only oci: lists-itself',
      'config: cb3f.json',
      'layer:1: 01bc/json 01bc/layer.tar 01bc/VERSION',
    ]);
    expect(column(trees, 'oci').slice(0, 4)).toEqual([
      'pointer: ~index.json',
      'manifest: ~blobs/sha256/619c',
      'config: ~blobs/sha256/950e',
      'layer:1: ~blobs/sha256/131c',
    ]);
  });

  it('shows both lists of a hybrid over the same files', async () => {
    const trees = await treesOf('small.docker28-save.tar');
    expect(column(trees, 'v2s2').slice(0, 4)).toEqual([
      'pointer: manifest.json / repositories',
      'manifest: only oci: lists-itself',
      'config: blobs/sha256/9892',
      'layer:1: blobs/sha256/8a9a',
    ]);
    expect(column(trees, 'oci').at(-1)).toBe('mark: oci-layout');
    expect(column(trees, 'v2s2').at(-1)).toBe('mark: only v1 oci');
    // The bytes of the v1 documents are there, but not under these names.
    const [folder] = trees.rows[3]?.cells.v1.kind === 'nodes' ? trees.rows[3].cells.v1.lines : [];
    expect(folder?.map(({ origin, member }) => [origin, member !== null])).toEqual([
      ['derived', true],
      ['derived', true],
      ['derived', false],
    ]);
    expect(trees.columns.v1.origin).toBe('mixed');
  });

  it('has every index between the pointer and the manifest', async () => {
    const trees = await treesOf('small.docker28cs-save.tar');
    expect(column(trees, 'oci')[0]).toBe('pointer: index.json / blobs/sha256/e603');
    expect(namedBy(trees, 'oci', /^index\.json$/)).toEqual(['blobs/sha256/e603 digest /manifests/0/digest']);
    expect(namedBy(trees, 'oci', /e6036489/)).toEqual(['blobs/sha256/6079 digest /manifests/0/digest']);
  });

  it('shows a dir: in the column of its form with what it has, and nothing more', async () => {
    const trees = await treesOf('small.skopeo-dir-v2s2.tar');
    expect(trees.columns.v2s2).toEqual({ format: 'dir-transport', origin: 'found', cannot: null });
    expect(column(trees, 'v2s2').filter((row) => !/layer:[2-6]/.test(row))).toEqual([
      'pointer: only oci',
      'manifest: manifest.json',
      'config: 4f97',
      'layer:1: 27d7',
      'mark: version',
    ]);
    const index = await treesOf('multiarch.skopeo-dir-oci-index.tar');
    expect(column(index, 'oci').slice(0, 3)).toEqual([
      'pointer: manifest.json',
      'manifest: 2306.manifest.json',
      'config: b077',
    ]);
  });

  it('shows a schema 1 manifest where it points at the layers', async () => {
    const trees = await treesOf('small.skopeo-dir-v2s1.tar');
    expect(column(trees, 'v2s2').slice(0, 3)).toEqual([
      'pointer: manifest.json',
      'manifest: only oci',
      'config: only v1 oci',
    ]);
    expect(namedBy(trees, 'v2s2', /^manifest/)[0]).toBe('4cf1 digest /fsLayers/10/blobSum');
  });

  it('says what is named and absent', async () => {
    const config = await treesOf('broken.config-blob-missing.tar');
    expect(column(config, 'oci')[2]).toBe('config: !blobs/sha256/317f');
    const layer = await treesOf('broken.layer-blob-missing.tar');
    expect(column(layer, 'oci')[4]).toBe('layer:2: !blobs/sha256/2321');
  });

  it('finds members whatever folder they are in', async () => {
    const trees = await treesOf('wrapped.oci-in-a-folder.gnutar.tar');
    const cell = trees.rows[0]?.cells.oci;
    const node = cell?.kind === 'nodes' ? cell.lines[0]?.[0] : undefined;
    expect(node?.path).toBe('index.json');
    expect(node?.member?.name).toMatch(/\/index\.json$/);
  });
});

describe('layoutTrees of what it would be', () => {
  it('names files as each layout does, and takes references from the derived documents', async () => {
    const trees = await treesOf('small.skopeo-oci-archive.gzip.tar');
    expect(column(trees, 'v2s2').slice(0, 4)).toEqual([
      'pointer: ~manifest.json',
      'manifest: only oci: lists-itself',
      'config: ~dd31.json',
      'layer:1: ~27d7.tar.gz',
    ]);
    expect(namedBy(trees, 'v2s2', /^manifest/).slice(0, 2)).toEqual([
      'dd31.json path /0/Config',
      '27d7.tar.gz path /0/Layers/0',
    ]);
    expect(namedBy(trees, 'v1', /^repositories/)).toEqual(['9515/json v1-id /localhost~1fx~1small/1.0']);
    expect(column(trees, 'v1')[3]).toBe('layer:1: ~e163/json ~e163/layer.tar ~e163/VERSION');
  });

  it('says what is waited for, and what cannot be', async () => {
    const v1 = buildImage({ format: 'docker-v1', layers: [[{ name: 'a' }], [{ name: 'b' }]] });
    const waiting = await treesIn(await openArchive({ blob: new Blob([v1]) }, 'v1.tar'), []);
    expect(waiting.columns.oci).toEqual({ format: 'oci-layout', origin: 'derived', cannot: 'not-measured' });
    expect(column(waiting, 'oci')[2]).toBe('config: only v1: waits-for-measuring');
    const encrypted = await treesOf('small.skopeo-oci-archive.encrypted.tar');
    expect(encrypted.columns.v1.cannot).toBe('layers-encrypted');
    expect(column(encrypted, 'v1')[3]).toBe('layer:1: only v2s2 oci: cannot-derive');
  });
});

describe('references', () => {
  it('follow what documents say, in each layout by its own names', async () => {
    const trees = await treesOf('small.docker20-save.tar');
    expect(namedBy(trees, 'v1', /^repositories/)).toEqual(['0de7/json v1-id /fx~1small/1.0']);
    expect(namedBy(trees, 'v1', /^0de7\w+\/json/)).toEqual(['fe8b/json v1-id /parent', '0de7/layer.tar folder']);
    expect(namedBy(trees, 'v1', /^01bc\w+\/json/)).toEqual(['01bc/layer.tar folder']);
    expect(namedBy(trees, 'v2s2', /^manifest/).slice(0, 2)).toEqual([
      'cb3f.json path /0/Config',
      '01bc/layer.tar path /0/Layers/0',
    ]);
    expect(namedBy(trees, 'v2s2', /^cb3f/)[0]).toBe('01bc/layer.tar diff-id /rootfs/diff_ids/0');
    expect(namedBy(trees, 'oci', /619c89/).slice(0, 2)).toEqual([
      'blobs/sha256/950e digest /config/digest',
      'blobs/sha256/131c digest /layers/0/digest',
    ]);
  });

  it('sees that Docker 25 and later name a DiffID where a v1 ID belongs', async () => {
    const trees = await treesOf('small.docker28-save.tar');
    expect(namedBy(trees, 'v1', /^repositories/)).toEqual(['0935/layer.tar diff-id /fx~1small/1.0']);
  });

  it('follow links', async () => {
    const trees = await treesOf('small.skopeo-docker-archive.tar');
    expect(column(trees, 'v2s2')[3]).toBe('layer:1: 1287.tar / d994/json d994/layer.tar d994/VERSION');
    expect(namedBy(trees, 'v2s2', /^d994\w+\/layer/)).toEqual(['1287.tar link']);
  });

  it('stay inside of a column, and lead from nothing to itself', async () => {
    const { references, rows } = await treesOf('small.docker28-save.tar');
    const ids = new Set(
      rows.flatMap(({ cells }) =>
        Object.values(cells).flatMap((cell) => (cell.kind === 'nodes' ? cell.lines.flat().map(({ id }) => id) : [])),
      ),
    );
    for (const { from, to } of references) {
      expect(from.split(' ')[0]).toBe(to.split(' ')[0]);
      expect(from).not.toBe(to);
      expect(ids.has(from) && ids.has(to)).toBe(true);
    }
  });
});
