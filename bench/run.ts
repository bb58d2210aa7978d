/**
 * `npm run bench [-- ROUNDS]`: the built page against the native tools on the same bytes, into bench/RESULTS.md.
 * `npm run bench -- saving`: what saving takes, into its section. Makes its data on the first run (2 GB on disk).
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { serve } from '../scripts/serve.mjs';
import { buildWhenStale, ROOT } from '../scripts/setup.mjs';
import { bareLoop, type Part } from './bare';
import { browserVersion, memoryInPage, openInPage, type PageRun } from './browser';
import { benchData, SHARES } from './data';
import { hashFile, machine, SHELL_LAYER, shellLayers, warm } from './native';
import { resultsPage, type Measured } from './results';
import { saveInPage, WAYS } from './saving';
import { savingOf, savingSection, withSaving, type Saved } from './savingResults';

const DEFAULT_ROUNDS = 3;
const rounds = Number(process.argv[2] ?? DEFAULT_ROUNDS);
const cores = availableParallelism();
const data = benchData();
const loadBefore = (loadavg()[0] ?? 0).toFixed(1);
if (!buildWhenStale()) process.exit(1);
const site = await serve(`${ROOT}dist`, { port: 0 });
const results = fileURLToPath(new URL('RESULTS.md', import.meta.url));

if (process.argv[2] === 'saving') {
  const section = savingSection(await saves(), await machineLines());
  await write(withSaving(readFileSync(results, 'utf8'), section));
  await site.close();
  process.exit(0);
}

/** Collects the rounds of one input. */
interface Collected extends Measured {
  readonly page: PageRun[];
  readonly native: number[];
  readonly bare: number[];
  readonly node: number[];
}
const plain: Collected = { page: [], native: [], bare: [], node: [] };
const gzip: Collected = { page: [], native: [], bare: [], node: [] };
const plainParts = shares(statSync(data.plain).size);
const gzipParts = data.blobs.map((path, file) => ({ file, start: 0, end: statSync(path).size }));
const sparse: PageRun[] = [];

for (let round = 1; round <= rounds; round++) {
  for (const path of [data.plain, data.gzip, ...data.blobs]) warm(path);
  plain.page.push(await openInPage(site.url, data.plain));
  plain.native.push(hashFile(data.plain));
  gzip.page.push(await openInPage(site.url, data.gzip));
  gzip.native.push(shellLayers(data.blobs, cores));
  sparse.push(await openInPage(site.url, data.sparse));
  plain.bare.push(await bareLoop(site.url, [data.plain], plainParts, { unpack: false, workers: cores }));
  gzip.bare.push(await bareLoop(site.url, data.blobs, gzipParts, { unpack: true, workers: cores }));
  plain.node.push(underNode(data.plain));
  gzip.node.push(underNode(data.gzip));
  console.log(
    `round ${round} of ${rounds}`,
    plain.page.at(-1),
    plain.native.at(-1),
    plain.bare.at(-1),
    gzip.page.at(-1),
    gzip.native.at(-1),
    gzip.bare.at(-1),
    sparse.at(-1),
  );
}
const memory = {
  plain: await memoryInPage(site.url, data.plain),
  gzip: await memoryInPage(site.url, data.gzip),
  sparse: await memoryInPage(site.url, data.sparse),
};
await site.close();

const page = resultsPage({
  plain,
  gzip,
  sparse,
  memory,
  unpackedBytes: data.unpackedBytes,
  sparseBytes: data.sparseBytes,
  gzipBytes: statSync(data.gzip).size,
  shellLayer: SHELL_LAYER,
  machine: await machineLines(),
});
const saving = savingOf(readFileSync(results, 'utf8'));
await write(saving === null ? page : withSaving(page, saving));

async function saves(): Promise<readonly Saved[]> {
  const runs: Saved[] = [];
  for (const [from, file] of [
    ['docker archive, plain: by reference', data.sparse],
    ['OCI archive, gzip: unpacked on the way', data.packedHoles],
  ] as const) {
    for (const way of WAYS) {
      runs.push({ from, ...(await saveInPage(site.url, file, 'docker-archive-skopeo', way)) });
      console.log(runs.at(-1));
    }
  }
  return runs;
}

async function machineLines(): Promise<readonly string[]> {
  return [
    `${cores} cores, ${machine().join('; ')}`,
    `${await browserVersion()}; Node ${process.version}`,
    `Load average before: ${loadBefore}`,
  ];
}

async function write(text: string): Promise<void> {
  const page = await format(text, { ...(await resolveConfig(results)), filepath: results });
  writeFileSync(results, page);
  console.log(page);
}

/** A file cut as the layers in it are, by size. */
function shares(size: number): Part[] {
  let end = 0;
  return SHARES.map((share) => {
    const start = end;
    end = Math.min(size, start + Math.ceil(size * share));
    return { file: 0, start, end };
  });
}

function underNode(path: string): number {
  const engine = fileURLToPath(new URL('engine.ts', import.meta.url));
  return Number(execFileSync(process.execPath, ['--import', 'tsx', engine, path], { encoding: 'utf8', cwd: ROOT }));
}
