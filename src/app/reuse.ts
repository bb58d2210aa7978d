/**
 * `next`, with each part that says the same as the one at its place in `previous` replaced by that one: what did not change stays
 * the same object, so views of it need not be made again. For plain data of known depth: arrays, objects, bytes, primitives.
 */
export function reuse<T>(previous: unknown, next: T): T;
export function reuse(previous: unknown, next: unknown): unknown {
  if (Object.is(previous, next)) return previous;
  if (isArray(previous) && isArray(next)) {
    const parts = next.map((each, index) => reuse(previous[index], each));
    return parts.length === previous.length && parts.every((part, index) => Object.is(part, previous[index]))
      ? previous
      : parts;
  }
  if (previous instanceof Uint8Array && next instanceof Uint8Array) {
    return previous.length === next.length && previous.every((byte, index) => byte === next[index]) ? previous : next;
  }
  if (isPlain(previous) && isPlain(next)) {
    const keys = Object.keys(next);
    const parts = keys.map((key) => reuse(previous[key], next[key]));
    const isSame =
      keys.length === Object.keys(previous).length &&
      keys.every((key, index) => Object.hasOwn(previous, key) && Object.is(parts[index], previous[key]));
    return isSame ? previous : Object.fromEntries(keys.map((key, index) => [key, parts[index]]));
  }
  return next;
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
