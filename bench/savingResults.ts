import { REACH } from './results';
import type { SaveRun } from './saving';

/** A save, and what was saved. */
export interface Saved extends SaveRun {
  readonly from: string;
}

const HEADING = '## Saving';
const NEXT = '## Machine';

const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** The part of the results page on saving. */
export function savingSection(runs: readonly Saved[], machine: readonly string[]): string {
  const row = ({ from, way, bytes, seconds, longestTask, idle, peak }: Saved): string => {
    const task = longestTask === 0 ? 'under 50 ms' : `${Math.round(longestTask)} ms`;
    const rate = `${Math.round(bytes / 1e6 / seconds)} MB/s`;
    const grown = [peak.renderer - idle.renderer, peak.all - idle.all].map(mb);
    return `| ${from} | ${way} | ${seconds.toFixed(1)} s | ${rate} | ${task} | ${grown.join(' | ')} |`;
  };
  const most = Math.max(...runs.map(({ idle, peak }) => peak.all - idle.all));
  return `${HEADING}

As a docker archive, ${(Math.max(...runs.map(({ bytes }) => bytes)) / 1024 ** 3).toFixed(1)} GiB. “File”: into a file that was chosen (one of the browser’s own storage: nobody answers its question here); “download”:
until the browser has it. Memory: the most that the page, and all of the browser’s processes, held more than before (Pss, looked at every 100 ms),
${mb(most)} at most, to stay below ${mb(REACH.savingMemory)}: ${most < REACH.savingMemory ? 'reached' : 'not reached'}.

| from | into | time | rate | longest task | page, more | all, more |
| ---- | ---- | ---: | ---: | -----------: | ---------: | --------: |
${runs.map(row).join('\n')}

${machine.map((line) => `- ${line}`).join('\n')}
`;
}

/** A results page with another section on saving. */
export function withSaving(page: string, section: string): string {
  const start = page.indexOf(HEADING);
  const end = page.indexOf(NEXT);
  return `${page.slice(0, start < 0 ? end : start)}${section}\n${page.slice(end)}`;
}

/** The section on saving of a results page; null when it has none. */
export function savingOf(page: string): string | null {
  const start = page.indexOf(HEADING);
  return start < 0 ? null : page.slice(start, page.indexOf(NEXT)).trimEnd();
}
