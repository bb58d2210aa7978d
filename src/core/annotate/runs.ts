import type { ByteRun, RunKind } from '../model/byteRuns';

/** Collects runs of one piece of bytes, in order; offsets are those of the source. */
export class RunList {
  readonly runs: ByteRun[] = [];

  /** `base`: offset of the piece's first byte in the source. */
  constructor(private readonly base: number) {}

  /** Adds the run of `length` bytes at `at` of the piece; an empty one is left out. */
  add(
    kind: RunKind,
    at: number,
    length: number,
    value: string | null = null,
    check?: { ok: boolean; expected?: string },
  ): void {
    if (length <= 0) return;
    const verdict = check === undefined ? null : check.ok ? 'holds' : 'differs';
    const expected = check && !check.ok ? (check.expected ?? null) : null;
    this.runs.push({ kind, offset: this.base + at, length, value, verdict, expected });
  }

  /** The runs that are within the piece of `length` bytes; what is left of it is one of `kind`. */
  within(length: number, kind: RunKind): ByteRun[] {
    const whole = this.runs.filter((run) => run.offset + run.length - this.base <= length);
    const last = whole.at(-1);
    const rest = new RunList(this.base);
    const at = last ? last.offset + last.length - this.base : 0;
    rest.add(kind, at, length - at);
    return [...whole, ...rest.runs];
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Bytes as text, whatever they are. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return utf8.decode(bytes.subarray(from, to));
}

/** Seconds since the epoch as `2024-01-31T09:05:00Z`; the number itself when no calendar has it. */
export function timeOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? `${seconds}` : date.toISOString().replace('.000Z', 'Z');
}

/** A little-endian number of `length` bytes, exact. */
export function littleEndian(bytes: Uint8Array, at: number, length: number): bigint {
  let value = 0n;
  for (let index = length - 1; index >= 0; index--) value = value * 256n + BigInt(bytes[at + index] ?? 0);
  return value;
}
