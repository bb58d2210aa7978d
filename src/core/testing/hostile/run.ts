import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import {
  buildReport,
  fileRows,
  measureRequests,
  measureSpans,
  openArchive,
  openFile,
  reportText,
  stackLayers,
} from '../../engine';
import { EngineError, type ErrorCode } from '../../errors';
import type { Archive, Image } from '../../model/archive';
import { pathOfNode } from '../../model/fileTree';
import { filesByLayer, type LayerFiles } from '../../model/layerFiles';
import { memberAt } from '../../model/members';
import { spanKey } from '../../model/source';
import { observeError, observeReport, type Observation } from './judge';

/** What opening and measuring a file took: processor time of this process, so that a busy machine is no failure. */
export interface Cost {
  readonly milliseconds: number;
  /** Most memory above what was in use before, as seen every few milliseconds. */
  readonly megabytes: number;
}

/** What came of a file, to be held against what came of it elsewhere: the error's code, or the sha256 of the report as it is saved. */
export type Outcome = { readonly error: ErrorCode } | { readonly report: string };

/**
 * Opens a file, measures all of it and reports; `inside`: looks into each file of its layers, too. Throws only what is no EngineError, which is a fault
 * of ours.
 */
export async function runHostileCase(
  path: string,
  inside = false,
): Promise<{ seen: Observation; outcome: Outcome; cost: Cost }> {
  const watch = watchCost();
  try {
    const archive = await openArchive({ blob: await openAsBlob(path) }, basename(path));
    const files: LayerFiles[] = [];
    const onFiles = (each: LayerFiles): void => void files.push(each);
    const measurements = await measureSpans(archive.source, measureRequests(archive), { onFiles });
    const report = await buildReport(archive, measurements, files);
    const looks = inside ? await looksInside(archive, files) : [];
    const cost = watch.stop();
    const sha256 = createHash('sha256').update(reportText(report)).digest('hex');
    const seen = observeReport(report);
    return {
      seen: { ...seen, signs: new Set([...seen.signs, ...looks]), files: finalFiles(archive.images[0], files) },
      outcome: { report: sha256 },
      cost,
    };
  } catch (error) {
    const cost = watch.stop();
    if (!(error instanceof EngineError) || error.code === 'internal') throw error;
    return { seen: observeError(error), outcome: { error: error.code }, cost };
  }
}

/** What the files of layers are that are shown otherwise than they might be: a sign each. */
async function looksInside({ source }: Archive, layers: readonly LayerFiles[]): Promise<Set<string>> {
  const looks = new Set<string>();
  for (const { span, entries } of layers) {
    for (let row = 0; row < entries.count; row++) {
      const { name, type, data, size } = memberAt(entries, row);
      if (type !== 'file') continue;
      const { look } = (await openFile(source, { span, path: name, data, size })).glance;
      if (look.kind === 'active-text' || look.kind === 'private-key') looks.add(`file:${look.kind}`);
    }
  }
  return looks;
}

/** Paths of the first image that are no folders; null when there is none. */
function finalFiles(image: Image | undefined, known: readonly LayerFiles[]): ReadonlySet<string> | null {
  if (!image) return null;
  const layers = filesByLayer(image.layers, new Map(known.map((each) => [spanKey(each.span), each])));
  const tree = stackLayers(layers);
  const query = { scope: 'final', layer: 0, shape: 'list', sort: 'name', descending: false, filter: '' } as const;
  return new Set(Array.from(fileRows(tree, query).nodes, (node) => pathOfNode(tree.nodes, node)));
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
