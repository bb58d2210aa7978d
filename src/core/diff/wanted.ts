import { LIMITS } from '../limits';
import type { WantedLayer } from '../model/imageDiff';

/** Collects what has to be read of one image's layers. */
export class Wanted {
  private readonly layers = new Map<number, { rows: Set<number>; headers: boolean }>();
  private count = 0;

  /** `without`: layers whose bytes are not there. */
  constructor(private readonly without: ReadonlySet<number>) {}

  /** Whether another file may be asked for. */
  get isFull(): boolean {
    return this.count >= LIMITS.diffReadFiles;
  }

  file(layer: number, row: number): void {
    if (this.without.has(layer)) return;
    const { rows } = this.of(layer);
    if (rows.has(row)) return;
    rows.add(row);
    this.count++;
  }

  headers(layer: number): void {
    if (!this.without.has(layer)) this.of(layer).headers = true;
  }

  finish(): WantedLayer[] {
    return [...this.layers]
      .map(([layer, { rows, headers }]) => ({ layer, rows: Int32Array.from(rows).sort(), headers }))
      .sort((a, b) => a.layer - b.layer);
  }

  private of(layer: number): { rows: Set<number>; headers: boolean } {
    const known = this.layers.get(layer) ?? { rows: new Set(), headers: false };
    this.layers.set(layer, known);
    return known;
  }
}
