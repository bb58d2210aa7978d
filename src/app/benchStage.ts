import type { Archive, Image } from '../core/model/archive';
import type { Measurement, MeasureRequest, Progress } from '../core/model/facts';
import { spanKey, type Span } from '../core/model/source';
import { followMembers, type CannotTamper, type Follow, type RepairStep, type Tamper } from '../core/model/tamper';
import { digestChanges } from '../core/verify/changes';
import type { Patched } from '../worker/methods';
import type { EnginePool } from '../worker/pool';

/** An archive on the bench, opened and measured: the one that is open, or a changed copy of it. */
export interface Stage {
  readonly archive: Archive;
  /** Null when the archive has none. */
  readonly image: Image | null;
  readonly measurements: readonly Measurement[];
  /** The copy as a file; of what is open, null. */
  readonly blob: Blob | null;
  /** From bytes of what is open to bytes of this. */
  readonly follow: Follow;
}

interface Options {
  readonly engine: EnginePool;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** What is open, as it is. */
export function firstStage(archive: Archive, image: Image | null, measurements: readonly Measurement[]): Stage {
  return { archive, image, measurements, blob: null, follow: (span) => span };
}

/** A copy with one more change, or why it cannot be made. Rejects with an `EngineError`; what the engine cannot open, it says so of. */
export async function changedStage(
  before: Stage,
  change: Tamper,
  place: number,
  options: Options,
): Promise<Stage | CannotTamper> {
  const { archive, image, measurements } = before;
  const { engine, signal, onProgress } = options;
  const of = { archive: sent(archive), image, measurements };
  const patched = await engine.call('tamper', [of, change], { signal, onProgress });
  return typeof patched === 'string' ? patched : openedStage(before, patched, place, options);
}

/** A changed copy with so many levels of its names rewritten, and what every level rewrites. Rejects with an `EngineError`. */
export async function repairedStage(
  first: Stage,
  changed: Stage,
  levels: number,
  place: number,
  options: Options,
): Promise<{ readonly stage: Stage; readonly steps: readonly RepairStep[] }> {
  const { engine, signal } = options;
  const known = { before: first.measurements, after: changed.measurements };
  const changes = digestChanges(first.image?.layers ?? [], known, changed.follow);
  const { steps, ...patched } = await engine.call('repair', [sent(changed.archive), changes, levels], { signal });
  return { steps, stage: levels === 0 ? changed : await openedStage(changed, patched, place, options) };
}

/** Of an archive, what is needed to change it. */
function sent({ source, container, size, members, documents }: Archive) {
  return { source, container, size, members, documents };
}

/** Opens what was made; `place` is that of the image among those of the archive. */
async function openedStage(
  before: Stage,
  patched: Patched,
  place: number,
  { engine, signal, onProgress }: Options,
): Promise<Stage> {
  const { name } = before.archive;
  const { archive, requests } = await engine.call('openArchive', [{ blob: patched.blob }, name], { signal });
  const step = followMembers(before.archive.members, patched, archive.members);
  const carried = carry(before, patched, step, requests);
  const open = requests.filter(({ span }) => !carried.has(spanKey(span)));
  const { measurements } = await engine.call('measureSpans', [archive.source, open], { signal, onProgress });
  return {
    archive,
    image: archive.images.find(({ key }) => key === before.image?.key) ?? archive.images[place] ?? null,
    measurements: [...carried.values(), ...measurements],
    blob: patched.blob,
    follow: (span) => {
      const at = before.follow(span);
      return at && step(at);
    },
  };
}

/** What is known of bytes that are the very bytes of the file before: they need not be read again. */
function carry(
  { archive: { members }, measurements }: Stage,
  { blob, touched }: Patched,
  step: Follow,
  requests: readonly MeasureRequest[],
): ReadonlyMap<string, Measurement> {
  const changed = new Set(touched.map((index) => members.data[index]));
  const wanted = new Map(requests.map((request) => [spanKey(request.span), request]));
  const carried = new Map<string, Measurement>();
  for (const measurement of measurements) {
    const now: Span | null = changed.has(measurement.span.offset) ? null : step(measurement.span);
    if (!now || now.length !== measurement.span.length || now.offset + now.length > blob.size) continue;
    const request = wanted.get(spanKey(now));
    if (!request?.algorithms.every((each) => Object.hasOwn(measurement.stored, each))) continue;
    carried.set(spanKey(now), { ...measurement, span: now });
  }
  return carried;
}
