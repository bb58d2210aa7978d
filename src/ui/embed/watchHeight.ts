import { LIMITS } from '../../core/limits';

/**
 * Calls back with how high the page's content is, at most {@link LIMITS.embedHeight} CSS pixels, now and whenever it changes. A long table takes what
 * room it is given: without the bound, the room and the table would make each other grow.
 */
export function watchHeight(onHeight: (height: number) => void): () => void {
  const root = document.getElementById('root') ?? document.body;
  const observer = new ResizeObserver(() => onHeight(Math.min(root.scrollHeight, LIMITS.embedHeight)));
  observer.observe(root);
  return () => observer.disconnect();
}
