import { describe, expect, it } from 'vitest';
import { buildReport, measureRequests, measureSpans, openArchive } from '../engine';
import { buildImage } from '../testing/buildImage';
import { buildTar, type TarEntry } from '../testing/buildTar';
import { concat } from '../testing/scanned';
import { END_OF_ARCHIVE } from '../tar/write';
import type { Report } from './reportSchema';

const [OCI, DOCKER] = (['oci-layout', 'docker-archive'] as const).map((format) =>
  buildImage({ format, layers: [[{ name: 'a', body: 'a' }]] }),
);

async function report(tar: Uint8Array<ArrayBuffer> | undefined, ...more: TarEntry[]): Promise<Report> {
  if (!tar) throw new Error('no image');
  const joined = concat(tar.subarray(0, -END_OF_ARCHIVE.length), buildTar(more));
  const archive = await openArchive({ blob: new Blob([joined]) }, 'x.tar');
  return buildReport(archive, await measureSpans(archive.source, measureRequests(archive)));
}

const said = ({ diagnostics }: Report) =>
  diagnostics.flatMap(({ code, path, details }) => (code === 'tar-first-read' ? [[path, details['why']]] : []));
const taken = ({ integrity }: Report) =>
  integrity.rows.flatMap(({ kind, occurrences }) =>
    kind === 'repeated-member' ? [occurrences?.map((each) => each.taken)] : [],
  );

describe('the first of two documents with one name', () => {
  it.each<[string, TarEntry, string]>([
    ['has no bytes', { name: 'index.json', body: '' }, 'empty'],
    ['lists nothing', { name: 'index.json', body: '{"schemaVersion":2,"manifests":[]}' }, 'nothing'],
    ['breaks off', { name: './index.json', body: '{"manifests":' }, 'unreadable'],
    ['is no text', { name: 'index.json', body: Uint8Array.of(0xff, 0xfe) }, 'unreadable'],
    ['is a word', { name: 'index.json', body: 'null' }, 'nothing'],
    ['is a folder', { name: 'index.json', type: 'directory' }, 'nowhere'],
    ['is a link to nothing', { name: 'index.json', type: 'symlink', link: 'none' }, 'nowhere'],
  ])('is shown where the last %s', async (_, last, why) => {
    const found = await report(OCI, last);
    expect(found.images).toHaveLength(1);
    expect(found.verdict).toBe('ambiguous');
    expect(said(found)).toEqual([['index.json', why]]);
    expect(taken(found)).toEqual([[true, false]]);
  });

  it('is shown of three, and of a docker archive', async () => {
    const found = await report(DOCKER, { name: 'manifest.json', body: '[1' }, { name: 'manifest.json', body: '[]' });
    expect(found.images).toHaveLength(1);
    expect(said(found)).toEqual([['manifest.json', 'nothing']]);
    expect(taken(found)).toEqual([[true, false, false]]);
  });

  it('is shown of a config, named by the list', async () => {
    const config = (await report(DOCKER)).integrity.rows.find(({ kind }) => kind === 'file-name')?.target ?? '';
    const found = await report(DOCKER, { name: config, body: '' });
    expect(said(found)).toEqual([[config, 'empty']]);
    expect(found.images[0]?.findings.filter(({ verdict }) => verdict !== 'matches')).toEqual([]);
  });

  it('is not shown where something can be made of the last', async () => {
    const found = await report(DOCKER, {
      name: 'manifest.json',
      body: '[{"Config":"gone.json","RepoTags":["other:1"],"Layers":[]}]',
    });
    expect(said(found)).toEqual([]);
    expect(found.images[0]?.names).toEqual(['other:1']);
    expect(taken(found)).toEqual([[false, true]]);
  });

  it('is not shown where it is of no more use than the last', async () => {
    const found = await report(
      OCI,
      { name: 'x', body: '{' },
      { name: 'x', body: '' },
      { name: 'y', body: 'layer' },
      { name: 'y', body: '' },
    );
    expect(said(found)).toEqual([]);
    expect(taken(found)).toEqual([
      [false, true],
      [false, true],
    ]);
  });
});
