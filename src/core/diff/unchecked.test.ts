import { describe, expect, it } from 'vitest';
import { diffJson } from '../compare/diffReport';
import { ignoringDiff } from '../compare/diffIgnores';
import { stackLayers } from '../layers/stack';
import type { ImageDiff } from '../model/imageDiff';
import { spanKey } from '../model/source';
import { compareSides, openSide, told, type OpenSide } from '../testing/diffSides';
import { plainLayout } from '../testing/plainLayout';

const layers = [[{ name: 'etc/name', body: 'one\n' }], [{ name: 'app', body: 'run\n' }]];
const image = async (gzip = 0): Promise<OpenSide> => openSide(plainLayout({ layers, gzip }));

/** As if measuring was stopped: of these layers (from 0) nothing is measured and listed. */
function without({ side, source }: OpenSide, stopped: readonly number[]): OpenSide {
  const spans = new Set(stopped.map((at) => spanKey(side.image.layers[at]?.span ?? expect.fail())));
  const files = side.files.map((each, at) => (stopped.includes(at) ? null : each));
  const measurements = side.measurements.filter(({ span }) => !spans.has(spanKey(span)));
  return { side: { ...side, measurements, files, tree: stackLayers(files) }, source };
}

const states = (diff: ImageDiff): string => diff.layers.map(({ state }) => state).join(' ');

describe('layers that are not measured', () => {
  it('are not the same because the same digests are stated', async () => {
    const diff = await compareSides(await image(), without(await image(), [0, 1]));
    expect(states(diff)).toBe('unchecked unchecked');
    expect(told(diff)).toEqual(['unchecked', 'layers-unchecked 2']);
    expect(diff.counts).toEqual({ content: 0, metadata: 0, packaging: 0 });
    expect([diff.sharedBytes, diff.built]).toEqual([0, null]);
    expect(diff.layers.map(({ a, b }) => [a?.measured, b?.measured])).toEqual([
      [true, false],
      [true, false],
    ]);
    // The files that are stated to be there were not read.
    expect([...diff.files.unread]).toEqual([1, 1, 1]);
    expect(JSON.parse(diffJson(diff, () => true))).toMatchObject({ verdict: 'unchecked', files: { unread: 3 } });
    expect(ignoringDiff(diff, ['times']).verdict).toBe('unchecked');
  });

  it('nor when neither is measured, or they are packed otherwise', async () => {
    const none = await compareSides(without(await image(), [0, 1]), without(await image(), [0, 1]));
    expect(told(none)).toEqual(['unchecked', 'layers-unchecked 2']);
    const packed = await compareSides(await image(), without(await image(6), [1]));
    expect(states(packed)).toBe('recompressed unchecked');
    expect(told(packed)).toEqual(['unchecked', 'layers-unchecked 1', 'compression 1']);
  });

  it('leave a difference that is measured a difference, and count as none', async () => {
    const other = await openSide(plainLayout({ layers: [[{ name: 'etc/name', body: 'two!\n' }], layers[1] ?? []] }));
    const diff = await compareSides(await image(), without(other, [1]));
    expect(states(diff)).toBe('changed unchecked');
    expect([diff.verdict, diff.counts.content]).toEqual(['different', 1]);
  });
});
