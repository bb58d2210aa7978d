import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { comparedPairs } from './ui/manifests/kinds';
import { formsMarkdown, formsPicture } from './ui/manifests/picture';
import { rowsShown } from './ui/manifests/rowsShown';
import { treeIndex } from './ui/layouts/treeIndex';
import { takeawayWords } from './ui/layouts/words';
import { layoutMarkdown } from './core/compare/layoutMarkdown';
import { layoutSvg } from './core/compare/layoutSvg';
import { layoutTrees } from './core/compare/layoutTrees';
import {
  buildReport,
  makeSnapshot,
  manifestTables,
  measureRequests,
  measureSpans,
  openArchive,
  represent,
  reportText,
} from './core/engine';
import type { Archive } from './core/model/archive';
import type { Measurement } from './core/model/facts';
import type { LayerFiles } from './core/model/layerFiles';
import { MANIFEST_KINDS } from './core/model/manifestForms';
import { MANIFEST_VIEWS } from './core/model/manifestTable';
import { HIDDEN_KINDS, type HiddenKind } from './core/model/snapshot';
import { roughMeasure } from './core/picture/text';
import { redact } from './core/snapshot/redact';
import { FIXTURES, fixturePath } from './core/testing/fixtures';
import { makeI18n } from './i18n/i18n';

/** What is taken away of a board or as a report has none of the values that a snapshot leaves out. */

const en = makeI18n('en');
const SAMPLE = 'public/samples/hello-docker25.tar';
const files = [
  SAMPLE,
  ...Object.keys(FIXTURES)
    .filter((name) => !('error' in (FIXTURES[name] ?? {})))
    .map(fixturePath),
];
/** Shorter ones are also the names of images and platforms. */
const TELLING = 9;
/** What is cut is told by how it begins. */
const BEGINNING = 24;

async function opened(ref: Parameters<typeof openArchive>[0]) {
  const archive = await openArchive(ref, 'x.tar');
  const listed: LayerFiles[] = [];
  const requests = measureRequests(archive);
  const measured = await measureSpans(archive.source, requests, { onFiles: (each) => void listed.push(each) });
  return { archive, measurements: [...(archive.snapshot?.measurements ?? []), ...measured], listed };
}

/** The values of the documents that a snapshot has others in place of, as far as they tell anything. */
function hiddenValues({ documents }: Archive, kinds: readonly HiddenKind[] = HIDDEN_KINDS): string[] {
  const values = new Set<string>();
  const compare = (own: unknown, shown: unknown): void => {
    if (typeof own === 'string' && typeof shown === 'string') {
      if (own === shown) return;
      if (own.startsWith('{')) return compare(JSON.parse(own), JSON.parse(shown));
      const name = /^[^=]*=/.exec(own)?.[0] ?? '';
      const value = shown.startsWith(name) ? own.slice(name.length) : own;
      if (value.length >= TELLING) values.add(value.slice(0, BEGINNING));
    } else if (typeof own === 'object' && own !== null && typeof shown === 'object' && shown !== null) {
      for (const [key, each] of Object.entries(own)) compare(each, (shown as Record<string, unknown>)[key]);
    }
  };
  for (const { bytes } of documents) {
    const text = new TextDecoder().decode(bytes);
    const redacted = redact(text, new Set(kinds));
    if (redacted) compare(JSON.parse(text), JSON.parse(redacted.text));
  }
  return [...values];
}

/** Those of the values that can be read in a text, which may be XML or JSON. */
function readIn(text: string, values: readonly string[]): string[] {
  const plain = text
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&')
    .replace(/<\/?tspan[^>]*>/g, '');
  return values.filter((value) => plain.includes(value) || plain.includes(JSON.stringify(value).slice(1, -1)));
}

/** All that the manifests board gives of all images, drawn of an archive as it is opened. */
async function formsDrawn(archive: Archive, measurements: readonly Measurement[]): Promise<string> {
  const texts: string[] = [];
  for (const image of archive.images) {
    const { views } = await manifestTables(archive, image, measurements);
    for (const view of MANIFEST_VIEWS) {
      const table = views[view];
      if (!table) continue;
      const pairs = comparedPairs(table, MANIFEST_KINDS);
      const rows = rowsShown(table, { shown: MANIFEST_KINDS, pairs }, false);
      const of = { title: archive.name, view, table, rows, shown: MANIFEST_KINDS, pairs };
      texts.push(formsPicture(en, of, roughMeasure), formsMarkdown(en, of));
    }
  }
  return texts.join('\n');
}

describe.each(files)('%s', (path) => {
  it('pictures, tables and reports have no value that a snapshot hides', async () => {
    const { archive, measurements, listed } = await opened({ blob: new Blob([readFileSync(path)]) });
    const values = hiddenValues(archive);

    const { payload } = await makeSnapshot(archive, measurements, HIDDEN_KINDS);
    const again = await opened({ snapshot: payload });
    expect(readIn(await formsDrawn(again.archive, again.measurements), values)).toEqual([]);

    for (const image of archive.images) {
      const trees = layoutTrees(archive, image, await represent(archive, image, measurements));
      const words = takeawayWords(en, treeIndex(trees), archive.name);
      expect(readIn(layoutSvg(trees, words, roughMeasure), values)).toEqual([]);
      expect(readIn(layoutMarkdown(trees, words), values)).toEqual([]);
    }

    const kinds = HIDDEN_KINDS.filter((kind) => kind !== 'urls');
    const report = reportText(await buildReport(archive, measurements, listed));
    expect(readIn(report, hiddenValues(archive, kinds))).toEqual([]);
  });
});

it('what is ticked is in the picture, and a document that is not as it was says so', async () => {
  const { archive, measurements } = await opened({ blob: new Blob([readFileSync(SAMPLE)]) });
  const drawn = async (hide: readonly HiddenKind[]): Promise<string> => {
    const { payload } = await makeSnapshot(archive, measurements, hide);
    const again = await opened({ snapshot: payload });
    return formsDrawn(again.archive, again.measurements);
  };
  const env = hiddenValues(archive, ['env']);
  expect(env.length).toBeGreaterThan(0);
  const all = await drawn(HIDDEN_KINDS);
  expect(all).toContain('[redacted]');
  expect(all).toContain(en.t('forms.redacted'));
  const ticked = await drawn(HIDDEN_KINDS.filter((kind) => kind !== 'env'));
  expect(readIn(ticked, env)).toEqual(env);
  expect(readIn(ticked, hiddenValues(archive, ['history']))).toEqual([]);
  const whole = await drawn([]);
  expect(whole).toBe(await formsDrawn(archive, measurements));
  expect(whole).not.toContain(en.t('forms.redacted'));
});
