/** The page when it is one file: its text, to be saved again with a snapshot in it. */
export interface OwnPage {
  readonly text: string;
  /** The snapshot that it carries itself. */
  readonly carried: string | null;
}

const ID = 'tabaqa-snapshot';

/** The page's own text as it was loaded; null for the page of many files. To be called before anything is shown. */
export function readOwnPage({ documentElement }: Pick<Document, 'documentElement'>): OwnPage | null {
  if (documentElement.dataset['single'] === undefined) return null;
  const copy = documentElement.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return null;
  const data = copy.querySelector(`#${ID}`);
  const carried = data?.textContent?.trim() ?? null;
  data?.remove();
  for (const name of ['lang', 'dir', 'data-theme', 'data-density']) copy.removeAttribute(name);
  copy.lang = 'en';
  return { text: `<!doctype html>\n${copy.outerHTML}\n`, carried };
}

/** The page with a snapshot in it, as base64url: no sign of it means anything in HTML, and nothing of it is run. */
export function pageWith(text: string, payload: string): string {
  const end = text.lastIndexOf('</body>');
  return `${text.slice(0, end)}<script type="application/json" id="${ID}">${payload}</script>\n${text.slice(end)}`;
}
