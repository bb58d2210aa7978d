import { beforeAll, describe, expect, it } from 'vitest';
import { represent } from '../engine';
import { roughMeasure } from '../picture/text';
import { readFixture } from '../testing/readFixture';
import { arrowPath, arrowRoom, arrowTrunks } from './layoutArrows';
import { layoutMarkdown } from './layoutMarkdown';
import type { LayoutNode, LayoutReference, LayoutTrees } from './layoutModel';
import { layoutSvg } from './layoutSvg';
import { layoutTrees } from './layoutTrees';
import type { LayoutWords } from './layoutWords';

const WORDS: LayoutWords = {
  lang: 'en',
  dir: 'ltr',
  title: 'a|b.tar <1>',
  part: 'Part',
  column: (id) => ({ name: id, origin: 'found' }),
  role: ({ part }) => part,
  empty: (cell) => (cell.kind === 'within' ? `in ${cell.node}` : `only in ${cell.only.join(', ')}`),
  state: (state) => state,
  size: (bytes) => `${bytes} B`,
  path: (path) => path,
};

let trees: LayoutTrees;
beforeAll(async () => {
  const { archive, measurements } = await readFixture('small.skopeo-docker-archive.tar');
  const [image] = archive.images;
  if (!image) throw new Error('no image');
  trees = layoutTrees(archive, image, await represent(archive, image, measurements));
});

const lines = (text: string): string[] => text.trim().split('\n');

describe('layoutMarkdown', () => {
  it('is a table of whole paths, with what is only in one', () => {
    const [head, rule, pointer, manifest, ...rest] = lines(layoutMarkdown(trees, WORDS));
    expect(head).toBe('| Part | v1 (found) | v2s2 (found) | oci (found) |');
    expect(rule).toBe('| --- | --- | --- | --- |');
    expect(pointer).toBe('| pointer | `repositories` | `manifest.json`<br>`repositories` | `index.json` |');
    expect(manifest).toMatch(/^\| manifest \| only in oci \| only in oci \| `blobs\/sha256\/[0-9a-f]{64}` \|$/);
    expect(rest).toHaveLength(trees.rows.length - 2);
  });
});

describe('layoutSvg', () => {
  const xOf = (text: string, picture: string): number =>
    Number(new RegExp(`<text x="([\\d.]+)"[^>]*>${text}<`).exec(picture)?.[1]);

  it('has every path, and is mirrored in right-to-left languages but for its trees', () => {
    const picture = layoutSvg(trees, WORDS, roughMeasure);
    for (const cell of trees.rows.flatMap(({ cells }) => Object.values(cells))) {
      if (cell.kind !== 'nodes') continue;
      for (const { path } of cell.lines.flat()) expect(picture).toContain(path);
    }
    const mirrored = layoutSvg(trees, { ...WORDS, lang: 'ary', dir: 'rtl' }, roughMeasure);
    expect(picture).toContain('<title>a|b.tar &lt;1&gt;</title>');
    expect(xOf('v1', picture)).toBeLessThan(xOf('oci', picture));
    expect(xOf('v1', mirrored)).toBeGreaterThan(xOf('oci', mirrored));
    expect(mirrored).toMatch(/direction="rtl"/);
    expect(mirrored).not.toMatch(/direction="rtl"[^>]*>[^<]*layer\.tar/);
  });

  it('draws one arrow for each reference between lines', () => {
    const heads = layoutSvg(trees, WORDS, roughMeasure).match(/L[\d.]+ [\d.]+L/g) ?? [];
    const between = trees.references.filter(({ by }) => by !== 'folder');
    expect(heads).toHaveLength(between.length);
  });
});

describe('arrowTrunks', () => {
  const node = (id: string): LayoutNode => ({ ...NODE, id });
  const names = (from: string, to: string): LayoutReference => ({ from, to, by: 'path', pointer: '' });
  const NODE: Omit<LayoutNode, 'id'> = {
    column: 'oci',
    part: 'mark',
    also: null,
    kind: 'layer',
    path: 'x',
    origin: 'found',
    absent: false,
    link: false,
    recipe: null,
    span: null,
    member: null,
    size: null,
    digest: null,
    diffId: null,
    v1Id: null,
    document: null,
  };
  const tree = ['a', 'b', 'c', 'd'].map((id) => [node(id)]);

  it('keeps arrows that run beside each other apart, and lets a chain share its lane', () => {
    const chain = arrowTrunks(tree, [names('d', 'c'), names('c', 'b'), names('b', 'a')]);
    expect(chain.map(({ lane }) => lane)).toEqual([0, 0, 0]);
    const nested = arrowTrunks(tree, [names('a', 'd'), names('b', 'c')]);
    expect(nested.map(({ from, lane }) => `${from}${lane}`)).toEqual(['b0', 'a1']);
    expect(arrowRoom(nested)).toBeGreaterThan(arrowRoom(chain));
    expect(arrowRoom([])).toBe(0);
  });

  it('draws none inside of a line, nor to what is not shown', () => {
    expect(arrowTrunks([[node('a'), node('b')]], [names('a', 'b'), names('a', 'z')])).toEqual([]);
  });

  it('draws what branches share once', () => {
    const [trunk] = arrowTrunks(tree, [names('b', 'a'), names('b', 'c'), names('b', 'd')]);
    if (!trunk) throw new Error('no arrow');
    const path = arrowPath(trunk, trunk.branches, { x: 40, yOf: (line) => line * 10 });
    expect(path.match(/V/g)).toHaveLength(2);
    expect(path.match(/L[\d.]+ [\d.]+L/g)).toHaveLength(3);
  });

  it('runs from the line that names to the line that is named', () => {
    const [trunk] = arrowTrunks(tree, [names('c', 'a')]);
    const [branch] = trunk?.branches ?? [];
    if (!trunk || !branch) throw new Error('no arrow');
    const path = arrowPath(trunk, [branch], { x: 40, yOf: (line) => line * 10 });
    expect(path).toBe('M36 20H32Q28 20 28 16V4Q28 0 32 0H36M32.5 -3.5L36 0L32.5 3.5');
  });
});
