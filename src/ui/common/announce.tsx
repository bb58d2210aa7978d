import { createContext, useCallback, useContext, useRef, type ReactNode } from 'react';
import './announce.css';

/** `shown`: on the screen, too, where nothing else shows it. */
type Announce = (text: string, shown?: 'shown') => void;
const SHOWN_MILLISECONDS = 2500;
const Context = createContext<Announce>(() => undefined);

/** Holds the page's one live region: short results of what the user just did, for screen readers. */
export function AnnounceProvider({ children }: { children: ReactNode }): ReactNode {
  const region = useRef<HTMLDivElement>(null);
  const timer = useRef(0);
  const announce = useCallback((text: string, shown?: 'shown') => {
    const element = region.current;
    if (!element) return;
    // The same words twice are read only when the text changes in between.
    element.textContent = '';
    element.className = 'hidden';
    clearTimeout(timer.current);
    requestAnimationFrame(() => {
      element.textContent = text;
      if (!shown) return;
      element.className = 'announced';
      timer.current = window.setTimeout(() => (element.className = 'hidden'), SHOWN_MILLISECONDS);
    });
  }, []);
  return (
    <Context value={announce}>
      {children}
      <div ref={region} className="hidden" role="status" aria-live="polite" />
    </Context>
  );
}

/** Says a text to a screen reader, politely. */
export function useAnnounce(): Announce {
  return useContext(Context);
}
