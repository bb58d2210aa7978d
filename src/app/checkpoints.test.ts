import { describe, expect, it } from 'vitest';
import { LIMITS } from '../core/limits';
import type { Checkpoint } from '../core/model/fileBytes';
import { createCheckpoints } from './checkpoints';

const span = (offset: number) => ({ offset, length: 10 });
function at(unpacked: number, bytes = 0): Checkpoint {
  const memory = {
    runs: [{ at: 0, bytes: new Uint8Array(bytes) }],
    stream: 0,
    input: 0,
    output: 0,
    memberEnd: 0,
    isBetween: false,
  };
  return { unpacked, decoder: { stored: unpacked, memory } };
}

describe('checkpoints', () => {
  it('are found by layer and offset', () => {
    const kept = createCheckpoints();
    kept.add(span(0), [at(30), at(10)]);
    kept.add(span(0), [at(20), at(30)]);
    kept.add(span(1), [at(5)]);
    expect([9, 10, 19, 25, 900].map((offset) => kept.before(span(0), offset)?.unpacked)).toEqual([
      undefined,
      10,
      10,
      20,
      30,
    ]);
    expect(kept.before(span(1), 900)?.unpacked).toBe(5);
    expect(kept.before(span(2), 900)).toBeNull();
  });

  it('of a layer are spread evenly', () => {
    const kept = createCheckpoints();
    kept.add(
      span(0),
      Array.from({ length: 3_000 }, (_, i) => at(i)),
    );
    const left = new Set(Array.from({ length: 3_000 }, (_, i) => kept.before(span(0), i)?.unpacked));
    expect(left.size).toBe(2 * LIMITS.checkpointsPerLayer);
    for (let i = 0; i < 3_000; i += 50) expect(i - (kept.before(span(0), i)?.unpacked ?? -99)).toBeLessThan(40);
  });

  it('of the layer read longest ago go when there are too many bytes', () => {
    const kept = createCheckpoints();
    const most = LIMITS.checkpointBytes / 2;
    kept.add(span(0), [at(1, most)]);
    kept.add(span(1), [at(1, most)]);
    expect(kept.before(span(0), 5)).not.toBeNull();
    kept.add(span(2), [at(1, 1)]);
    expect(kept.before(span(1), 5)).toBeNull();
    expect(kept.before(span(0), 5)).not.toBeNull();
    expect(kept.before(span(2), 5)).not.toBeNull();
  });
});
