import { createContext, useCallback, useContext, useRef, type ReactNode } from 'react';

type Announce = (text: string) => void;
const Context = createContext<Announce>(() => undefined);

/** Holds the page's one live region: short results of what the user just did, for screen readers. */
export function AnnounceProvider({ children }: { children: ReactNode }): ReactNode {
  const region = useRef<HTMLDivElement>(null);
  const announce = useCallback((text: string) => {
    const element = region.current;
    if (!element) return;
    // The same words twice are read only when the text changes in between.
    element.textContent = '';
    requestAnimationFrame(() => {
      element.textContent = text;
    });
  }, []);
  return (
    <Context value={announce}>
      {children}
      <div ref={region} className="hidden" role="status" aria-live="polite" />
    </Context>
  );
}

/** Says `text` to a screen reader, politely. */
export function useAnnounce(): Announce {
  return useContext(Context);
}
