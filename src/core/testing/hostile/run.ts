import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { buildReport, measureRequests, measureSpans, openArchive } from '../../engine';
import { EngineError } from '../../errors';
import { observeError, observeReport, type Observation } from './judge';

/** What opening and measuring a file took: processor time of this process, so that a busy machine is no failure. */
export interface Cost {
  readonly milliseconds: number;
  /** Most memory above what was in use before, as seen every few milliseconds. */
  readonly megabytes: number;
}

/** Opens a file, measures all of it and reports. Throws only what is no EngineError, which is a fault of ours. */
export async function runHostileCase(path: string): Promise<{ seen: Observation; cost: Cost }> {
  const cost = watchCost();
  try {
    const archive = await openArchive({ blob: await openAsBlob(path) }, basename(path));
    const measurements = await measureSpans(archive.source, measureRequests(archive));
    return { seen: observeReport(await buildReport(archive, measurements)), cost: cost.stop() };
  } catch (error) {
    const spent = cost.stop();
    if (error instanceof EngineError && error.code !== 'internal') return { seen: observeError(error), cost: spent };
    throw error;
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
