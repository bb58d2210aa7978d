import type { OpenSource } from './state';

/** The page when it is one file: its text, to be saved again with something of an image in it. */
export interface OwnPage {
  readonly text: string;
  /** What it carries itself: a snapshot, or a whole file. */
  readonly carried: Extract<OpenSource, { kind: 'snapshot' | 'file' }> | null;
}

const SNAPSHOT = 'tabaqa-snapshot';
/** As `core/snapshot/file.ts` writes it. */
const FILE = 'tabaqa-file';

/** The page's own text as it was loaded; null for the page of many files. To be called before anything is shown. */
export function readOwnPage({ documentElement }: Pick<Document, 'documentElement'>): OwnPage | null {
  if (documentElement.dataset['single'] === undefined) return null;
  const copy = documentElement.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return null;
  const [snapshot, file] = [SNAPSHOT, FILE].map((id) => {
    const data = copy.querySelector(`#${id}`);
    data?.remove();
    return data;
  });
  for (const name of ['lang', 'dir', 'data-theme', 'data-density']) copy.removeAttribute(name);
  copy.lang = 'en';
  return {
    text: `<!doctype html>\n${copy.outerHTML}\n`,
    carried: file
      ? // It is opened as a page that is dropped, which tells its name.
        { kind: 'file', file: new File([file.outerHTML], 'page.html') }
      : snapshot
        ? { kind: 'snapshot', payload: snapshot.textContent.trim() }
        : null,
  };
}

/** A snapshot as an element of the page: base64url, of which no sign means anything in HTML, and nothing is run. */
export function snapshotElement(payload: string): string {
  return `<script type="application/json" id="${SNAPSHOT}">${payload}</script>\n`;
}

/** The page with an element in it. */
export function pageWith(text: string, element: string | Blob): Blob {
  const end = text.lastIndexOf('</body>');
  return new Blob([text.slice(0, end), element, text.slice(end)]);
}
