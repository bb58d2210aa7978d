import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { buildReport, measureRequests, measureSpans, openArchive, reportText } from '../../engine';
import { EngineError, type ErrorCode } from '../../errors';
import { observeError, observeReport, type Observation } from './judge';

/** What opening and measuring a file took: processor time of this process, so that a busy machine is no failure. */
export interface Cost {
  readonly milliseconds: number;
  /** Most memory above what was in use before, as seen every few milliseconds. */
  readonly megabytes: number;
}

/** What came of a file, to be held against what came of it elsewhere: the error's code, or the sha256 of the report as it is saved. */
export type Outcome = { readonly error: ErrorCode } | { readonly report: string };

/** Opens a file, measures all of it and reports. Throws only what is no EngineError, which is a fault of ours. */
export async function runHostileCase(path: string): Promise<{ seen: Observation; outcome: Outcome; cost: Cost }> {
  const watch = watchCost();
  try {
    const archive = await openArchive({ blob: await openAsBlob(path) }, basename(path));
    const measurements = await measureSpans(archive.source, measureRequests(archive));
    const report = await buildReport(archive, measurements);
    const cost = watch.stop();
    const sha256 = createHash('sha256').update(reportText(report)).digest('hex');
    return { seen: observeReport(report), outcome: { report: sha256 }, cost };
  } catch (error) {
    const cost = watch.stop();
    if (!(error instanceof EngineError) || error.code === 'internal') throw error;
    return { seen: observeError(error), outcome: { error: error.code }, cost };
  }
}

function watchCost(): { stop(): Cost } {
  const started = process.cpuUsage();
  const before = inUse();
  let peak = before;
  const look = (): void => void (peak = Math.max(peak, inUse()));
  const timer = setInterval(look, 5);
  return {
    stop() {
      clearInterval(timer);
      look();
      const { user, system } = process.cpuUsage(started);
      return { milliseconds: (user + system) / 1000, megabytes: (peak - before) / 2 ** 20 };
    },
  };
}

function inUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
