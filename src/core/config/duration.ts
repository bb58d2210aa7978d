const UNITS: readonly (readonly [unit: string, nanoseconds: number])[] = [
  ['h', 3_600e9],
  ['m', 60e9],
];

/** Nanoseconds as Go writes and reads a time.Duration (`1m30s`, `1.5s`, `250ms`, and `us` for µs); null for what is no duration. */
export function goDuration(nanoseconds: number): string | null {
  if (!Number.isFinite(nanoseconds) || nanoseconds < 0) return null;
  if (nanoseconds === 0) return '0s';
  if (nanoseconds < 1e3) return `${nanoseconds}ns`;
  if (nanoseconds < 1e6) return `${nanoseconds / 1e3}us`;
  if (nanoseconds < 1e9) return `${nanoseconds / 1e6}ms`;
  let rest = nanoseconds;
  let text = '';
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 || text !== '') text += `${count}${unit}`;
  }
  return `${text}${rest / 1e9}s`;
}
