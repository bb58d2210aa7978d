import { useEffect, useRef, type RefObject } from 'react';

/** Puts the focus on an element when `value` changes: what had it is gone from the page then. */
export function useFocusAfter<T extends HTMLElement>(value: unknown): RefObject<T | null> {
  const element = useRef<T>(null);
  const last = useRef(value);
  useEffect(() => {
    if (last.current === value) return;
    last.current = value;
    element.current?.focus();
  }, [value]);
  return element;
}
