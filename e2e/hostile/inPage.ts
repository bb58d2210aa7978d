import type { Board } from '../../src/app/viewState';

/** What the page calls things that are waited for or pressed here. */
export interface Labels {
  readonly home: string;
  readonly landing: string;
  /** Shown while the integrity table is not there yet. */
  readonly working: string;
}

/** What became of a file in the page, as seen from inside of it. */
export interface Ending {
  /** sha256 of the report that the page gives to save; null when it refused. */
  readonly report: string | null;
  /** Longest time that the page could not answer for, in milliseconds, whatever was looked at. */
  readonly longestTask: number;
  /** What no file may bring about. */
  readonly odd: readonly string[];
}

/** The other end of {@link install}. */
export interface Inside {
  /** Waits until everything in the chosen file is checked, or it is refused: then the title of the screen that says why. */
  readonly checked: () => Promise<string | null>;
  /** Looks at the ladder and at these boards, takes the report, and goes back to the start. */
  readonly finish: (labels: Labels, title: string, boards: readonly Board[]) => Promise<Ending>;
  /** The text of the last report. */
  readonly lastReport: () => Promise<string>;
}

declare global {
  interface Window {
    hostile: Inside;
    /** What the set's scripts set, were they run. */
    __pwned?: unknown;
  }
}

/**
 * Runs in the page before its own scripts, and so uses nothing from outside of it. Two questions for a whole file: the set has hundreds, and
 * asking from outside takes longer than most of them.
 */
export function install(): void {
  let longestTask = 0;
  let saved: Blob | null = null;
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  const note = (tasks: readonly PerformanceEntry[]): void =>
    tasks.forEach(({ duration }) => (longestTask = Math.max(longestTask, duration)));

  // What would be saved is looked at instead.
  const makeUrl = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    if (object instanceof Blob && object.type === 'application/octet-stream') saved = object;
    return makeUrl(object);
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement): void {
    if (this.download === '') click.call(this);
  };

  const until = <T>(look: () => T | null | false | undefined): Promise<T> =>
    new Promise((resolve) => {
      const changes = new MutationObserver(() => check());
      const check = (): void => {
        const found = look();
        if (!found) return;
        changes.disconnect();
        resolve(found);
      };
      changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      check();
    });
  /** Until the page has nothing left to do for now. */
  const rest = (): Promise<void> => new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 5_000 }));
  const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);

  const oddities = (): string[] => {
    const scripts = [...document.querySelectorAll('script:not([src]), iframe, object, embed, base, form')];
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(
      ({ protocol, origin }) => protocol !== 'https:' && origin !== location.origin,
    );
    return [
      ...(window.__pwned === undefined ? [] : ['a script of the file ran']),
      ...('polluted' in {} ? ['the prototype of objects is changed'] : []),
      ...scripts.map((element) => `<${element.localName}>`),
      ...links.map((link) => `a link to ${link.href.slice(0, 80)}`),
    ];
  };

  const lookAt = async (board: Board, working: string): Promise<string[]> => {
    const tab = find(`#board-${board}`);
    if (!tab) return [];
    tab.click();
    await until(() => tab.ariaSelected === 'true');
    await rest();
    await until(() => !find('[role=tabpanel]')?.textContent.includes(working));
    return oddities();
  };

  const takeReport = async (): Promise<string> => {
    saved = null;
    find('#report')?.click();
    const blob = await until(() => saved);
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
    return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };

  const refusal = (): string | null => find('main.failed h1')?.textContent ?? null;

  window.hostile = {
    async checked() {
      await until(() => refusal() ?? (find('#report') && !find('[role=progressbar]')));
      return refusal();
    },
    async finish(labels, title, boards) {
      const odd = oddities();
      if (document.title !== title) odd.push(`the title ${document.title}`);
      const isOpen = refusal() === null;
      if (isOpen) for (const board of boards) odd.push(...(await lookAt(board, labels.working)));
      const report = isOpen ? await takeReport() : null;
      find(`button[aria-label="${labels.home}"]`)?.click();
      await until(() => find('h1')?.textContent === labels.landing);
      note(observer.takeRecords());
      const ending = { report, longestTask, odd: [...new Set(odd)] };
      longestTask = 0;
      return ending;
    },
    lastReport: async () => (saved ? await saved.text() : ''),
  };
}
