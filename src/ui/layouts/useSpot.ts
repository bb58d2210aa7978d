import { useCallback, useState } from 'react';
import type { LayoutSpot } from './treeIndex';

/** A place that is pointed at, or null; naming the same place again changes nothing. */
export function useSpot(): [LayoutSpot | null, (spot: LayoutSpot | null) => void] {
  const [spot, setSpot] = useState<LayoutSpot | null>(null);
  const set = useCallback(
    (next: LayoutSpot | null) =>
      setSpot((before) =>
        before?.part === next?.part && before?.column === next?.column && before?.node === next?.node ? before : next,
      ),
    [],
  );
  return [spot, set];
}
