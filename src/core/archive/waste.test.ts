import { openAsBlob } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findWaste, measureRequests, measureSpans, openArchive, stackLayers } from '../engine';
import { filesByLayer, type LayerFiles } from '../model/layerFiles';
import { spanKey } from '../model/source';
import type { Waste } from '../model/waste';
import { FIXTURES, fixturePath } from '../testing/fixtures';

const files = Object.entries(FIXTURES)
  .filter(([, outcome]) => 'images' in outcome && outcome.images > 0)
  .map(([file]) => file)
  .sort();

async function wasteOf(file: string): Promise<Waste | null> {
  const known = new Map<string, LayerFiles>();
  const archive = await openArchive({ blob: await openAsBlob(fixturePath(file)) }, file);
  const onFiles = (each: LayerFiles): void => void known.set(spanKey(each.span), each);
  await measureSpans(archive.source, measureRequests(archive), { onFiles });
  const layers = filesByLayer(archive.images[0]?.layers ?? [], known);
  return layers.every((each) => each === null) ? null : findWaste(stackLayers(layers), layers);
}

function why({ wasted, dive: { wasted: said, shownCopies, folders, unseen } }: Waste): string {
  if (wasted === said) return 'the same';
  const parts = [
    shownCopies > 0 && `counts ${shownCopies} of copies that the final image shows`,
    folders > 0 && `counts ${folders} of removed folders again`,
    unseen > 0 && `does not see ${unseen} in removed or opaque folders, or twice in one layer`,
  ];
  return `dive ${parts.filter((part) => part !== false).join('; ')}`;
}

describe('hidden bytes of real archives', () => {
  it('and what dive would say of them are as this table says', { timeout: 60_000 }, async () => {
    const rows: string[] = [];
    for (const file of files) {
      const waste = await wasteOf(file);
      if (!waste) {
        rows.push(`| ${file} | no layer is known | | | | |`);
        continue;
      }
      const { stored, wasted, dive } = waste;
      // The difference is told whole, or this would be no explanation.
      expect(dive.wasted).toBe(wasted - dive.unseen + dive.shownCopies + dive.folders);
      rows.push(
        `| ${file} | ${stored} | ${wasted} | ${dive.wasted} | ${(dive.efficiency * 100).toFixed(2)} % | ${why(waste)} |`,
      );
    }
    const table = [
      '# Bytes that later layers hide, and what dive says',
      '',
      'Of the first image of each fixture. Made by `src/core/archive/waste.test.ts`; a test fails when it is not current. `core/layers/waste.ts` says what is',
      'hidden, `core/layers/dive.ts` follows dive’s rule.',
      '',
      '| file | file bytes stored | hidden | dive: wasted | dive: efficiency | why they differ |',
      '|---|--:|--:|--:|--:|---|',
      ...rows,
      '',
    ].join('\n');
    await expect(table).toMatchFileSnapshot(fixturePath('WASTE.md'));
  });
});
