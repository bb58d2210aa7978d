import { describe, expect, it } from 'vitest';
import { manifestRows } from '../../core/compare/manifestRows';
import { meaningDocument } from '../../core/compare/meaning';
import type { TableColumn, TableView } from '../../core/model/manifestTable';
import { MEDIA } from '../../core/model/mediaType';
import { roughMeasure } from '../../core/picture/text';
import { makeI18n } from '../../i18n/i18n';
import { formsMarkdown, formsPicture, type FormsShown } from './picture';

const digest = `sha256:${'ab'.repeat(32)}`;
const column = (origin: 'found' | 'derived'): TableColumn => ({
  document: {
    id: 'x',
    kind: 'manifest',
    origin,
    path: 'x',
    digest,
    recipe: null,
    size: 9,
    registryDigest: null,
    redacted: null,
  },
  cannot: null,
  dropped: [],
  leftOut: [],
});
const text = (mediaType: string): string => JSON.stringify({ mediaType, layers: [{ digest, '<x>|`': 1 }] });
const table: TableView = {
  columns: { schema1: null, schema2: column('derived'), oci: column('found') },
  table: manifestRows({
    schema1: null,
    schema2: meaningDocument('manifest', 'schema2', text(MEDIA.dockerManifest)),
    oci: meaningDocument('manifest', 'oci', text(MEDIA.ociManifest)),
  }),
};
const shown: FormsShown = {
  title: 'a<b>.tar',
  view: 'manifest',
  table,
  rows: table.table.rows,
  shown: ['schema2', 'oci'],
  pairs: ['schema2 oci'],
};

describe('the manifests to take away', () => {
  it.each(['en', 'ary'] as const)('%s: a picture with every line, what differs marked', (lang) => {
    const picture = formsPicture(makeI18n(lang), shown, roughMeasure);
    expect(picture).toContain('<title>a&lt;b&gt;.tar</title>');
    expect(picture.match(/text-decoration="underline"/g)).toHaveLength(4);
    expect(picture).toContain('>docker.distribution</tspan>');
    expect(picture).toContain('stroke-dasharray');
    expect(picture).toContain(`<title>&quot;digest&quot;: &quot;${digest}&quot;,</title>`);
    expect(picture).not.toMatch(/<script|href|undefined|NaN/);
    const xs = [...picture.matchAll(/ x="(-?[\d.]+)"/g)].map(([, x]) => Number(x));
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...xs)).toBeLessThanOrEqual(Number(/width="(\d+)"/.exec(picture)?.[1]));
  });

  it('mirrors the columns in right-to-left, not the JSON', () => {
    const place = (lang: 'en' | 'ary', type: string): number =>
      Number(
        new RegExp(
          `<text x="([\\d.]+)"[^>]*direction="ltr"[^>]*>(?:<tspan[^>]*>[^<]*</tspan>)*<tspan[^>]*>${type}<`,
        ).exec(formsPicture(makeI18n(lang), shown, roughMeasure))?.[1],
      );
    expect(place('en', 'docker.distribution')).toBeLessThan(place('en', 'oci.image'));
    expect(place('ary', 'docker.distribution')).toBeGreaterThan(place('ary', 'oci.image'));
  });

  it('a table with the whole of each digest', () => {
    const markdown = formsMarkdown(makeI18n('en'), shown);
    const lines = markdown.trim().split('\n');
    expect(lines[0]).toContain('1 name differs');
    expect(markdown).toContain(`\`      "digest": "${digest}",\``);
    expect(markdown).toContain('the name differs');
    expect(markdown).toContain('``      "<x>\\|`": 1``');
    expect(lines.slice(2).every((line) => line.split(/(?<!\\)\|/).length === 6)).toBe(true);
  });
});
