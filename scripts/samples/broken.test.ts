import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EngineError } from '../../src/core/errors';
import { buildReport, measureRequests, measureSpans, openArchive } from '../../src/core/engine';
import { samplePath } from '../../src/core/testing/samples';
import { brokenSamples } from './broken';

const sound = new Uint8Array(readFileSync(samplePath('hello-docker25')));
const samples = brokenSamples(sound);
const whole = await openArchive({ blob: new Blob([sound]) }, 'x.tar');

/** What is wrong with a tar, in our own words: a code, or how many names do not match and what nothing names. */
async function said(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  try {
    const archive = await openArchive({ blob: new Blob([bytes]) }, 'x.tar');
    const measured = await measureSpans(archive.source, measureRequests(archive));
    const { images } = await buildReport(archive, measured);
    return { mismatches: images[0]?.summary.mismatches, orphans: archive.orphanCount - whole.orphanCount };
  } catch (error) {
    if (error instanceof EngineError) return error.code;
    throw error;
  }
}

it('go wrong in one way each, which is named', async () => {
  const all = await Promise.all(samples.map(async ({ file, bytes }) => [file, await said(bytes)] as const));
  expect(Object.fromEntries(all)).toEqual({
    'cut.tar': 'cut-short',
    // Two names of each, in the manifest and in the config.
    'swapped.tar': { mismatches: 4, orphans: 0 },
    'orphan.tar': { mismatches: 0, orphans: 1 },
    'exported.tar': 'root-filesystem',
  });
});
