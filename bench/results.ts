import type { MemoryRun, PageRun } from './browser';

/** One input, all its rounds. */
export interface Measured {
  readonly page: readonly PageRun[];
  /** Seconds of the native tools on the same bytes. */
  readonly native: readonly number[];
  /** Seconds of the same reading, unpacking and hashing in the browser without Tabaqa. */
  readonly bare: readonly number[];
  /** Seconds of the engine under Node, in one thread. */
  readonly node: readonly number[];
}

export interface Results {
  readonly plain: Measured;
  readonly gzip: Measured;
  readonly sparse: readonly PageRun[];
  readonly unpackedBytes: number;
  readonly gzipBytes: number;
  readonly sparseBytes: number;
  readonly memory: { readonly plain: MemoryRun; readonly gzip: MemoryRun; readonly sparse: MemoryRun };
  readonly shellLayer: string;
  readonly machine: readonly string[];
}

/** What the project sets out to reach. Memory in bytes, times in seconds, tasks in milliseconds. */
export const REACH = {
  plainRatio: 1.0,
  gzipRatio: 1.1,
  ladder: 1.5,
  longestTask: 100,
  memory: 700e6,
  memoryGrowth: 1.25,
  savingMemory: 200e6,
} as const;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

const mib = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`;
const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
const seconds = (value: number): string => `${value.toFixed(2)} s`;
const verifiedOf = (runs: readonly PageRun[]): readonly number[] => runs.map(({ verified }) => verified);
const range = (values: readonly number[]): string =>
  `${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)}`;

/** The results page. */
export function resultsPage(results: Results): string {
  const { plain, gzip, sparse, memory, unpackedBytes, gzipBytes, sparseBytes } = results;
  const rate = (bytes: number, time: number): string => `${Math.round(bytes / 1e6 / time)} MB/s`;
  const row = (what: string, times: readonly number[], bytes: number): string =>
    `| ${what} | ${seconds(median(times))} | ${range(times)} | ${rate(bytes, median(times))} |`;
  const memoryRow = (what: string, { idle, peak }: MemoryRun): string =>
    `| ${what} | ${mb(idle.renderer)} | ${mb(peak.renderer)} | ${mb(idle.all)} | ${mb(peak.all)} |`;
  const ratio = (measured: Measured): number => median(measured.native) / median(verifiedOf(measured.page));
  const ladder = median(sparse.map((run) => run.ladder));
  const task = Math.max(...sparse.map((run) => run.longestTask));
  const small = Math.max(memory.plain.peak.all, memory.gzip.peak.all);
  const growth = memory.sparse.peak.all / small;
  const check = (what: string, value: string, reach: string, met: boolean): string =>
    `| ${what} | ${value} | ${reach} | ${met ? 'yes' : 'no'} |`;
  return `# Benchmark

Made by \`npm run bench\`. The built page in Chromium and the native tools take turns on the same bytes. Times of the page run
from choosing the file until it says that every name matches; rates are of unpacked bytes. Medians of ${plain.page.length} rounds.

| reach | measured | to reach | reached |
| ----- | -------: | -------: | ------- |
${check('plain docker archive: times faster than `sha256sum`', ratio(plain).toFixed(2), `${REACH.plainRatio.toFixed(1)}`, ratio(plain) >= REACH.plainRatio)}
${check('OCI archive, gzip: times faster than the shell', ratio(gzip).toFixed(2), `${REACH.gzipRatio.toFixed(1)}`, ratio(gzip) >= REACH.gzipRatio)}
${check('5 GiB: ladder on screen', seconds(ladder), `< ${seconds(REACH.ladder)}`, ladder < REACH.ladder)}
${check('5 GiB: longest task of the main thread', `${Math.round(task)} ms`, `< ${REACH.longestTask} ms`, task < REACH.longestTask)}
${check('5 GiB: peak memory of all the browser’s processes while measuring', mb(memory.sparse.peak.all), `< ${mb(REACH.memory)}`, memory.sparse.peak.all < REACH.memory)}
${check('5 GiB: peak memory against the larger of the small ones', growth.toFixed(2), `< ${REACH.memoryGrowth}`, growth < REACH.memoryGrowth)}

## Docker archive, ${mib(unpackedBytes)} of real files in six plain layers

| who | median | range | rate |
| --- | -----: | ----: | ---: |
${row('the page', verifiedOf(plain.page), unpackedBytes)}
${row('`sha256sum` of the file', plain.native, unpackedBytes)}
${row('the browser without Tabaqa: read, hash-wasm', plain.bare, unpackedBytes)}
${row('the engine under Node, one thread', plain.node, unpackedBytes)}

## OCI archive, the same layers in gzip (${mib(gzipBytes)})

| who | median | range | rate |
| --- | -----: | ----: | ---: |
${row('the page', verifiedOf(gzip.page), unpackedBytes)}
${row('the shell, on every core', gzip.native, unpackedBytes)}
${row('the browser without Tabaqa: read, hash-wasm, gunzip, hash-wasm', gzip.bare, unpackedBytes)}
${row('the engine under Node, one thread', gzip.node, unpackedBytes)}

The shell does this for each layer: \`${results.shellLayer}\`.

## Docker archive of ${(sparseBytes / 1024 ** 3).toFixed(1)} GiB, sparse

| what | median | range |
| ---- | -----: | ----: |
| ladder on screen | ${seconds(ladder)} | ${range(sparse.map((run) => run.ladder))} |
| all verified | ${seconds(median(verifiedOf(sparse)))} (${rate(sparseBytes, median(verifiedOf(sparse)))}) | ${range(verifiedOf(sparse))} |

## Ladder and longest task of the main thread

| input | ladder | longest task |
| ----- | -----: | -----------: |
${taskRow('plain', plain.page)}
${taskRow('gzip', gzip.page)}
${taskRow('5 GiB', sparse)}

## Memory (Pss), looked at every 100 ms in runs of their own

| input | page, idle | page, peak | all processes, idle | all processes, peak |
| ----- | ---------: | ---------: | ------------------: | ------------------: |
${memoryRow('plain', memory.plain)}
${memoryRow('gzip', memory.gzip)}
${memoryRow('5 GiB', memory.sparse)}

## Machine

${results.machine.map((line) => `- ${line}`).join('\n')}
`;
}

function taskRow(what: string, runs: readonly PageRun[]): string {
  const longest = Math.max(...runs.map((run) => run.longestTask));
  return `| ${what} | ${seconds(median(runs.map((run) => run.ladder)))} | ${longest === 0 ? 'under 50' : Math.round(longest)} ms |`;
}
