import { LIMITS } from '../core/limits';
import { checkpointSize, type Checkpoint } from '../core/model/fileBytes';
import { spanKey, type Span } from '../core/model/source';

/** Places of compressed layers from which they can be unpacked on, within `LIMITS.checkpointBytes`: those of layers that were read long ago go first. */
export interface Checkpoints {
  readonly add: (span: Span, made: readonly Checkpoint[]) => void;
  /** The last one at or before an offset of the unpacked layer; null: there is none. */
  readonly before: (span: Span, offset: number) => Checkpoint | null;
}

export function createCheckpoints(): Checkpoints {
  /** By layer, each in their order; the layer read last is the last. */
  const kept = new Map<string, readonly Checkpoint[]>();
  const take = (span: Span): readonly Checkpoint[] => {
    const key = spanKey(span);
    const known = kept.get(key) ?? [];
    kept.delete(key);
    if (known.length > 0) kept.set(key, known);
    return known;
  };
  const total = (): number => [...kept.values()].flat().reduce((sum, each) => sum + checkpointSize(each), 0);
  return {
    add(span, made) {
      const all = [...take(span), ...made].sort((a, b) => a.unpacked - b.unpacked);
      const distinct = all.filter(({ unpacked }, i) => unpacked !== all[i - 1]?.unpacked);
      if (distinct.length === 0) return;
      kept.set(spanKey(span), spread(distinct));
      for (const key of kept.keys()) {
        if (kept.size === 1 || total() <= LIMITS.checkpointBytes) break;
        kept.delete(key);
      }
    },
    before: (span, offset) => take(span).findLast(({ unpacked }) => unpacked <= offset) ?? null,
  };
}

/** At most as many as a layer may have, evenly over all of them: the two that are closest lose the second one. */
function spread(all: readonly Checkpoint[]): readonly Checkpoint[] {
  const left = [...all];
  while (left.length > 2 * LIMITS.checkpointsPerLayer) {
    let closest = 1;
    const gap = (i: number): number => (left[i]?.unpacked ?? 0) - (left[i - 1]?.unpacked ?? 0);
    for (let i = 2; i < left.length; i++) if (gap(i) < gap(closest)) closest = i;
    left.splice(closest, 1);
  }
  return left;
}
