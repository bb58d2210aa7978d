/** Runs a job until it is done or the time is up; the result is null when there is more to do. */
export function runFor<T>(job: Generator<void, T>, milliseconds: number): { readonly value: T } | null {
  const end = performance.now() + milliseconds;
  do {
    const next = job.next();
    if (next.done === true) return { value: next.value };
  } while (performance.now() < end);
  return null;
}

/** Runs a job in slices, letting the page work in between; silent when the signal stops it. */
export function runInSlices<T>(
  job: Generator<void, T>,
  milliseconds: number,
  signal: AbortSignal,
  done: (value: T) => void,
): void {
  const slice = (): void => {
    if (signal.aborted) return;
    const result = runFor(job, milliseconds);
    if (result) done(result.value);
    else setTimeout(slice);
  };
  setTimeout(slice);
}
