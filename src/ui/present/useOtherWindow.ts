import { useCallback, useEffect, useMemo, useState } from 'react';
import { useI18n } from '../../i18n/i18n';
import { useView } from '../context';

export interface OtherWindow {
  readonly window: Window | null;
  /** Where to put what it shows. */
  readonly body: HTMLElement | null;
  /** Opens it, or brings it to the front; false when the browser did not allow it. */
  readonly open: () => boolean;
}

/** A second window of this page: empty, so that it is of the same origin wherever the page is, and needs no network. It ends with the caller. */
export function useOtherWindow(title: string): OtherWindow {
  const { lang, dir } = useI18n();
  const { theme } = useView().view;
  const [other, setOther] = useState<Window | null>(null);
  const open = useCallback((): boolean => {
    if (other && !other.closed) {
      other.focus();
      return true;
    }
    const opened = window.open('', 'tabaqa-speaker', 'popup,width=820,height=680');
    if (!opened) return false;
    copyStyles(opened.document);
    opened.addEventListener('pagehide', () => setOther(null));
    setOther(opened);
    return true;
  }, [other]);
  useEffect(() => {
    if (other) look(other.document, { title, lang, dir, theme });
  }, [other, title, lang, dir, theme]);
  useEffect(() => {
    if (!other) return undefined;
    const end = (): void => other.close();
    addEventListener('pagehide', end);
    return () => {
      removeEventListener('pagehide', end);
      end();
    };
  }, [other]);
  return useMemo(() => ({ window: other, body: other?.document.body ?? null, open }), [other, open]);
}

interface Look {
  readonly title: string;
  readonly lang: string;
  readonly dir: string;
  readonly theme: string;
}

function look(target: Document, { title, lang, dir, theme }: Look): void {
  target.title = title;
  target.documentElement.lang = lang;
  target.documentElement.dir = dir;
  target.documentElement.dataset['theme'] = theme;
}

function copyStyles(target: Document): void {
  target.head.replaceChildren();
  target.body.replaceChildren();
  for (const sheet of document.querySelectorAll<HTMLStyleElement | HTMLLinkElement>('style, link[rel=stylesheet]')) {
    const copy = target.importNode(sheet, true);
    // An empty window has no address that a relative one could start from.
    if (copy instanceof HTMLLinkElement || copy.localName === 'link')
      copy.setAttribute('href', (sheet as HTMLLinkElement).href);
    target.head.append(copy);
  }
  target.body.className = 'speaker-window';
}
