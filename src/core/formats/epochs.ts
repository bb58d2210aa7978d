import { UTC_EPOCH } from './v1Rules';

/** Offsets at the epoch that are no quarter of an hour: Monrovia's, of which RFC 3339 drops the seconds, and Kiritimati's. */
const ODD_SECONDS = [-(44 * 60 + 30), -(10 * 60 + 40) * 60];
const QUARTER = 15 * 60;
const WEST = -12 * 4;
const EAST = 14 * 4;

/**
 * The epoch as Go writes it in every time zone: a clock in New York says `1969-12-31T19:00:00-05:00`, one in London
 * `1970-01-01T01:00:00+01:00`, because Britain kept summer time all that year.
 */
export const EPOCHS: readonly string[] = [
  UTC_EPOCH,
  ...Array.from({ length: EAST - WEST + 1 }, (_, i) => (WEST + i) * QUARTER)
    .filter((seconds) => seconds !== 0)
    .concat(ODD_SECONDS)
    .map(epochAt),
];

function epochAt(seconds: number): string {
  const size = Math.abs(seconds);
  const zone = `${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}`;
  return new Date(seconds * 1000).toISOString().replace('.000Z', zone);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The offset in such a text, or in any RFC 3339 time: `-05:00`, `Z`; null when there is none. */
export function zoneOf(time: string): string | null {
  return /(?:Z|[+-]\d\d:\d\d)$/.exec(time)?.[0] ?? null;
}
