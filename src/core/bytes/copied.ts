/** Columns of numbers. */
type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** `to` with as much of `from` at its beginning as it has room for. */
export function copied<T extends Numbers>(to: T, from?: T): T {
  if (from) to.set(from.subarray(0, to.length));
  return to;
}
