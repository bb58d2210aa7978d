import { expect, it } from 'vitest';
import { comparisonRow } from '../../core/compare/rows';
import { measureRequests, measureSpans, openArchive, represent } from '../../core/engine';
import { sampleFile } from '../../core/testing/samples';
import { makeI18n } from '../../i18n/i18n';
import { withoutIsolates } from '../../i18n/visible';
import { loadLanguages } from '../../languages';
import { pinnedText } from './pinnedText';

await loadLanguages();

it('says a part, its name in each column, where that is from, and why they are one part', async () => {
  const archive = await openArchive({ blob: sampleFile('hello-docker25') }, 'hello-docker25.tar');
  const [image] = archive.images;
  if (!image) throw new Error('no image');
  const measurements = await measureSpans(archive.source, measureRequests(archive));
  const row = comparisonRow(await represent(archive, image, measurements), 'layer:3');
  if (!row) throw new Error('no third layer');
  const said = (lang: 'en' | 'ary'): string => withoutIsolates(pinnedText(makeI18n(lang), row, ['v1', 'v2s2', 'oci']));
  expect(said('en')).toMatch(
    /^Layer 3\. v1 layout: [\da-f]{8}, ID computed here, derived: not in this tar\. Docker v2 schema 2: 8c03ba91, in this tar\. OCI image: 8c03ba91, in this tar\. v1 layout and Docker v2 schema 2: same bytes\./,
  );
  expect(said('ary')).toMatch(/^Layer 3\. .*Docker v2 schema 2: 8c03ba91, كاين ف هاد tar\./);
});
