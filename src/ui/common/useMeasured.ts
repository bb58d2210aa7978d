import { useEffect, useState, type RefObject } from 'react';

/** How what is measured is kept in step. */
interface Following {
  /** Anything: measured anew when it changes, and not at all while it is null. */
  readonly what: unknown;
  /** Also as the page scrolls, at most once a frame: for what is out of sight is not laid out yet, and may get another size. */
  readonly scrolls: boolean;
}

/** Where things are inside an element, as `measure` finds them; null until it has. `measure` keeps its identity, and only reads. */
export function useMeasured<T>(
  element: RefObject<HTMLElement | null>,
  measure: (element: HTMLElement) => T,
  { what, scrolls }: Following,
): T | null {
  const [found, setFound] = useState<T | null>(null);
  useEffect(() => {
    const measured = element.current;
    if (!measured || what === null) return undefined;
    let frame = 0;
    const take = (): void => {
      cancelAnimationFrame(frame);
      frame = 0;
      const next = measure(measured);
      setFound((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    // It is told of the size it has, too, and when that is known: asking for it before would make the browser work it out in between.
    const observer = new ResizeObserver(take);
    observer.observe(measured);
    const ask = (): void => {
      frame ||= requestAnimationFrame(take);
    };
    if (scrolls) addEventListener('scroll', ask, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      removeEventListener('scroll', ask, { capture: true });
    };
  }, [element, measure, what, scrolls]);
  return what === null ? null : found;
}
