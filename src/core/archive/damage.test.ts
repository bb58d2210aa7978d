import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import schema from '../../../public/report.schema.json';
import { buildReport, measureRequests, measureSpans, openArchive } from '../engine';
import { EngineError } from '../errors';
import { damage, damaged } from '../testing/damage';
import { FIXTURES, fixturePath } from '../testing/fixtures';
import type { Report } from './reportSchema';

/** Larger ones have larger layers, in which one damage is as another. */
const LARGEST = 200 * 1024;
/** More than any damage may take, on a machine that has other things to do. */
const HANG_MILLISECONDS = 20_000;

const samples = fileURLToPath(new URL('../../../public/samples/', import.meta.url));
const archives = new Map(
  [...Object.keys(FIXTURES).map(fixturePath), ...readdirSync(samples).map((name) => join(samples, name))]
    .map((path) => [basename(path), readFileSync(path)] as const)
    .filter(([name, { length }]) => /\.tar/.test(name) && length > 0 && length <= LARGEST),
);

async function reportOf(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Report | EngineError> {
  try {
    const archive = await openArchive({ blob: new Blob([bytes]) }, name);
    return await buildReport(archive, await measureSpans(archive.source, measureRequests(archive)));
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
}

it('whatever is damaged in a real archive, the outcome is a valid report, or an error that says why', async () => {
  const validate = new Ajv({ strict: false }).compile(schema);
  const damages = fc.array(damage, { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...archives.keys()), damages, async (name, suffered) => {
      const outcome = await reportOf(damaged(archives.get(name) ?? new Uint8Array(), suffered), name);
      if (outcome instanceof EngineError) expect(outcome.code).not.toBe('internal');
      // As it is saved: what JSON has no form for would not come through.
      else expect(validate(JSON.parse(JSON.stringify(outcome))), JSON.stringify(validate.errors)).toBe(true);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 150), timeout: HANG_MILLISECONDS },
  );
});
