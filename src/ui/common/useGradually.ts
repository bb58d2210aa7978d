import { useEffect, useState } from 'react';

/** How many of `count` things to show: `step` at first, and as many more with each frame, so that many are never one long task. */
export function useGradually(count: number, step: number): number {
  const [made, setMade] = useState(step);
  useEffect(() => {
    if (made >= count) return;
    const frame = requestAnimationFrame(() => setMade(made + step));
    return () => cancelAnimationFrame(frame);
  }, [made, count, step]);
  return Math.min(made, count);
}
