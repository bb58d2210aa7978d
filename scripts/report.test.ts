import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../src/core/errors';
import { FIXTURES, fixturePath, type Outcome } from '../src/core/testing/fixtures';
import { reportFile } from './reportFile';
import { ROOT } from './setup.mjs';

describe('fixtures', () => {
  it('are all in the table and in SHA256SUMS, byte for byte', () => {
    const files = readdirSync(fixturePath('')).filter((name) => name.includes('.tar'));
    expect(Object.keys(FIXTURES).sort()).toEqual(files.sort());
    const sums = [...files, 'packages/Packages.gz', 'packages/rpmdb.sqlite.gz'].map((name) => {
      const bytes = readFileSync(fixturePath(name));
      return `${createHash('sha256').update(bytes).digest('hex')}  ${name}`;
    });
    expect(readFileSync(fixturePath('SHA256SUMS'), 'utf8').trim().split('\n').sort()).toEqual(sums.sort());
  });
});

describe('the report of every fixture', () => {
  it.each(Object.entries(FIXTURES))('%s', async (name, expected) => {
    expect(await outcomeOf(name)).toEqual('error' in expected ? expected : { ...HOLDS, ...expected });
  });
});

type Found = Required<Omit<Exclude<Outcome, { error: unknown }>, 'verdict'>> & { verdict: string };

/** What {@link FIXTURES} leaves out. */
const HOLDS: Omit<Found, 'images'> = { mismatches: 0, missing: 0, unknown: 0, diagnostics: [], verdict: 'verified' };

async function outcomeOf(name: string): Promise<Outcome | Found> {
  try {
    const { images, diagnostics, verdict } = await reportFile(fixturePath(name));
    const sum = (key: 'mismatches' | 'missing' | 'unknown'): number =>
      images.reduce((total, image) => total + image.summary[key], 0);
    return {
      images: images.length,
      mismatches: sum('mismatches'),
      missing: sum('missing'),
      unknown: sum('unknown'),
      // What is odd about the files in layers is the fixture's own content, and in READINGS.md.
      diagnostics: diagnostics.filter(({ layer }) => layer === null).map(({ code }) => code),
      verdict,
    };
  } catch (error) {
    if (error instanceof EngineError) return { error: error.code };
    throw error;
  }
}

describe('npm run report', () => {
  const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync('npm', ['run', '--silent', 'report', '--', ...args], { cwd: ROOT, encoding: 'utf8' });

  it('prints the report and nothing else; 0 when all is verified', async () => {
    const path = fixturePath('small.docker28-save.tar');
    const { status, stdout } = run(path);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(await reportFile(path))));
  });

  it('1 when something does not match', () => {
    expect(run(fixturePath('broken.bitflip-in-gzip-layer.tar')).status).toBe(1);
  });

  it('3 when nothing is wrong, but something cannot be told', () => {
    const { status, stdout } = run(fixturePath('small.skopeo-oci-archive.encrypted.tar'));
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'verified-except-unknown' });
  });

  it('2, an error and a sentence when it cannot be read', () => {
    const { status, stdout, stderr } = run(fixturePath('broken.empty-file.tar'));
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toEqual({ error: { code: 'empty-file', details: {} } });
    expect(stderr).toContain('This file is empty');
    expect(run(fixturePath('no-such-file.tar')).status).toBe(2);
    expect(run().status).toBe(2);
  });
});
