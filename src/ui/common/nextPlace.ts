import type { Way } from '../../app/commands';

/** Index of the place after or before this one, around in a circle; from elsewhere the first or the last. */
export function nextPlace(places: readonly string[], at: string | null, by: Way): number {
  const from = at === null ? -1 : places.indexOf(at);
  if (from < 0) return by > 0 ? 0 : places.length - 1;
  return (from + by + places.length) % places.length;
}
