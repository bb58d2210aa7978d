import { describe, expect, it } from 'vitest';
import { buildReport, measureRequests, measureSpans, openArchive, planExport, represent } from '../engine';
import type { Archive, Image } from '../model/archive';
import { EXPORT_TARGETS, type ExportPlan, type ExportTarget } from '../model/export';
import type { Measurement } from '../model/facts';
import { mediaTypeInfo, layerType } from '../model/mediaType';
import type { ColumnId, Facet, Representation } from '../model/representation';
import { spanKey } from '../model/source';
import { FIXTURES } from '../testing/fixtures';
import { packPlan } from '../testing/packPlan';
import { readFixture } from '../testing/readFixture';
import { fullName, referencesOf } from './references';

interface Opened {
  readonly archive: Archive;
  readonly measurements: readonly Measurement[];
}

/** The column that shows what a target writes as found. */
const COLUMN: Readonly<Record<ExportTarget, ColumnId>> = {
  'docker-archive-skopeo': 'v2s2',
  'docker-archive-docker20': 'v2s2',
  'docker-archive-docker25': 'v2s2',
  'oci-archive-skopeo': 'oci',
  'oci-archive-containerd': 'oci',
  'dir-schema2': 'v2s2',
  'dir-oci': 'oci',
  'dir-schema1': 'v2s2',
};

const files = Object.entries(FIXTURES).flatMap(([file, outcome]) =>
  'images' in outcome && outcome.images > 0 ? [file] : [],
);

describe('what is saved and opened again is the same image', () => {
  it.each(files)('%s', async (file) => {
    const opened = await readFixture(file);
    for (const image of opened.archive.images) {
      for (const target of EXPORT_TARGETS) await judge(opened, image, target);
    }
  });
});

async function judge({ archive, measurements }: Opened, image: Image, target: ExportTarget): Promise<void> {
  const plan = await planExport(archive, image, measurements, target);
  const name = `${archive.name} as ${target}`;
  if ('cannot' in plan) return;
  const again = await reopen(plan, archive);
  const [copy] = again.archive.images;
  expect(again.archive.images, name).toHaveLength(1);
  expect(again.archive.orphanCount, name).toBe(target === 'docker-archive-docker25' ? image.layers.length : 0);
  if (!copy) return;
  expect(copy.platform, name).toEqual(image.platform);
  expect(spelledOut(copy.names), name).toEqual(expectedNames(image, target));

  const report = await buildReport(again.archive, again.measurements);
  const isEncrypted = image.layers.some(({ encrypted }) => encrypted);
  expect(report.verdict, name).toBe(isEncrypted ? 'verified-except-unknown' : 'verified');
  expect(
    // Only OCI manifests have annotations that say of a table of contents.
    report.diagnostics
      .filter(({ layer }) => layer === null)
      .map(({ code }) => code)
      .filter((code) => target.includes('oci') || code !== 'toc-unannotated'),
    name,
  ).toEqual(target === 'dir-schema1' ? ['schema1-deprecated'] : []);
  expect(
    report.images.flatMap(({ findings }) => findings.filter(({ verdict }) => verdict !== 'matches')).length,
    name,
  ).toBe(isEncrypted ? image.layers.filter(({ encrypted }) => encrypted).length : 0);

  const column = plan.documents.some(({ mediaType }) => mediaType?.includes('docker.distribution'))
    ? 'v2s2'
    : COLUMN[target];
  const before = formOf(await represent(archive, image, measurements), column);
  const after = formOf(await represent(again.archive, copy, again.measurements), column);
  expect(facetsOf(after, plan, false), name).toEqual(facetsOf(before, plan, true));
}

async function reopen(plan: ExportPlan, { source }: Archive): Promise<Opened> {
  const bytes = await packPlan(plan, source);
  const archive = await openArchive({ blob: new Blob([bytes]) }, `${plan.target}.tar`);
  return { archive, measurements: await measureSpans(archive.source, measureRequests(archive)) };
}

function formOf(forms: readonly Representation[], column: ColumnId): Representation {
  const form = forms.find((each) => each.column === column);
  if (!form) throw new Error(`no column ${column}`);
  return form;
}

/** Writers spell names in their own way. */
function expectedNames({ names }: Image, target: ExportTarget): readonly string[] {
  if (target.startsWith('dir-')) return [];
  return spelledOut(target === 'oci-archive-skopeo' ? names.slice(0, 1) : names);
}

function spelledOut(names: readonly string[]): readonly string[] {
  return referencesOf(names).map(fullName);
}

type Seen = Pick<Facet, 'part' | 'mediaType' | 'digest' | 'size' | 'diffId' | 'chainId'>;

/**
 * What a form says of config, manifest and layers. Of layers that are unpacked on the way the stored bytes are others: then the manifest is another
 * one too. Schema 1 has no config.
 */
function facetsOf({ facets }: Representation, plan: ExportPlan, isBefore: boolean): Seen[] {
  const unpacked = plan.entries.some((entry) => entry.type === 'file' && entry.content.kind === 'unpacked');
  const isSchema1 = plan.target === 'dir-schema1';
  return facets.flatMap((facet): Seen[] => {
    const { part, role, mediaType, digest, size, diffId, chainId } = facet;
    const seen = { part, mediaType, digest, size, diffId, chainId };
    if (role === 'layer' && unpacked && isBefore) return [{ ...seen, ...plain(facet, plan) }];
    if (role === 'layer') return [seen];
    if (role === 'manifest') return unpacked || isSchema1 ? [] : [seen];
    return role === 'config' && !isSchema1 ? [seen] : [];
  });
}

/** A layer's facet after it was unpacked. */
function plain({ diffId, mediaType, digest, size, span }: Facet, plan: ExportPlan): Partial<Seen> {
  const contents = plan.entries.flatMap((entry) => (entry.type === 'file' ? [entry.content] : []));
  const content = contents.find((each) => each.kind !== 'bytes' && span && spanKey(each.span) === spanKey(span));
  if (content?.kind !== 'unpacked') return { mediaType, digest, size };
  const family = mediaTypeInfo(mediaType ?? '')?.family ?? 'docker';
  return { mediaType: layerType(family, 'none', false) ?? null, digest: diffId, size: content.size };
}
