import { openAsBlob } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  buildReport,
  compareAttachedSbom,
  findInstalled,
  findSensitive,
  measureRequests,
  measureSpans,
  openArchive,
  reportText,
  stackLayers,
} from '../engine';
import { filesByLayer, type LayerFiles } from '../model/layerFiles';
import { spanKey } from '../model/source';
import { fixturePath } from '../testing/fixtures';

/** A real archive with everything in it measured. */
async function inventory(file: string) {
  const archive = await openArchive({ blob: await openAsBlob(fixturePath(file)) }, file);
  const listed: LayerFiles[] = [];
  const measurements = await measureSpans(archive.source, measureRequests(archive), {
    onFiles: (each) => void listed.push(each),
  });
  const known = new Map(listed.map((each) => [spanKey(each.span), each]));
  const [image] = archive.images;
  const layers = filesByLayer(image?.layers ?? [], known);
  const tree = stackLayers(layers);
  const readings = layers.map((each) => each?.readings ?? null);
  const report = reportText(await buildReport(archive, measurements, listed));
  return {
    archive,
    listed,
    report,
    installed: findInstalled(tree, readings),
    sensitive: findSensitive(tree, readings),
  };
}

const THERE = [
  'deb klibc-utils 2.0.12-1',
  'deb libklibc 2.0.12-1',
  'npm escape-html 1.0.3',
  'npm fx-app 1.4.2',
  'npm is-number 6.0.0',
  'npm kleur 4.1.5',
  'npm ms 2.1.3',
  'npm picocolors 1.1.1',
];
/** Of the made-up token that a layer of the image stores. */
const TOKEN = /fake-npm-token|_authToken/;

describe('the small image', () => {
  it.each([
    'small.docker20-save.tar',
    'small.docker28cs-save.tar',
    'small.buildx-oci-zstd.tar',
    'small.ctr-remote-estargz.tar',
    'small.skopeo-dir-v2s1.tar',
    'wrapped.docker20-save.tar.xz',
  ])('has the same packages and the same removed token, whoever wrote %s', async (file) => {
    const { installed, sensitive, listed, report } = await inventory(file);
    const there = installed.packages.filter((each) => each.there);
    expect(there.map(({ kind, name, versions }) => [kind, name, ...versions].join(' '))).toEqual(THERE);
    expect(installed.systems.at(-1)?.release.prettyName).toBe('Tiny Fixture Linux 1.0 (klibc)');
    for (const said of [JSON.stringify([installed, sensitive, listed.map(({ readings }) => readings)]), report])
      expect(said).not.toMatch(TOKEN);
    if (file.includes('umoci')) return;
    expect(sensitive.files).toMatchObject([
      { path: 'root/.npmrc', kind: 'package-token', by: 'content', end: 'removed' },
    ]);
    const gone = installed.packages.filter((each) => !each.there);
    expect(gone).toMatchObject([{ name: 'is-odd', steps: [{ change: 'installed' }, { change: 'removed' }] }]);
  });

  it('squashed, has neither', async () => {
    const { installed, sensitive } = await inventory('small-squashed.skopeo-oci-archive.tar');
    expect(installed.packages.map(({ kind, name, versions }) => [kind, name, ...versions].join(' '))).toEqual(THERE);
    expect(sensitive.count).toBe(0);
  });

  it('is held against the SBOMs beside it', async () => {
    const { archive, installed } = await inventory('small.cosign-tags-oci-dir.gnutar.tar');
    const parts = archive.artifacts.flatMap((each) => each.parts).filter(({ contents }) => contents?.sbom);
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) {
      const compared = await compareAttachedSbom(archive.source, part, installed.packages);
      expect(compared?.listed).toBe(part.contents?.sbom?.packageCount);
      expect(compared?.counts).toMatchObject({ 'only-sbom': 0, version: 0 });
      expect(compared?.rows.filter(({ verdict }) => verdict === 'same').map(({ name }) => name)).toEqual(
        part.contents?.sbom?.packages.map(({ name }) => name),
      );
    }
    const [image] = archive.artifacts.flatMap((each) => each.parts).filter(({ contents }) => !contents?.sbom);
    expect(image && (await compareAttachedSbom(archive.source, image, []))).toBeNull();
  });
});
