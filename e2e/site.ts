import { pathToFileURL } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { ROOT } from '../scripts/setup.mjs';

/** The page as one file, opened without any host. */
export const ON_DISK = pathToFileURL(`${ROOT}dist/tabaqa.html`).href;

/** Where the built page is, and what was asked of its host. */
export interface Site {
  readonly port: number;
  readonly url: string;
  /** Paths asked for since the start or the last {@link Site.forget}. */
  readonly requests: readonly string[];
  forget(): void;
}

interface WorkerFixtures {
  /** The page at the root of a plain static host. */
  readonly site: Site;
  /** The same under a path with a space in it. */
  readonly subPath: Site;
}

interface PageFixtures {
  /** What went wrong in the page: exceptions, console errors, refused connections. Every journey ends with none. */
  readonly complaints: string[];
}

/** Playwright's `test` with the built page served, and with a page that may not complain. */
export const test = base.extend<PageFixtures, WorkerFixtures>({
  site: [async ({}, use) => host('/', use), { scope: 'worker' }],
  subPath: [async ({}, use) => host('/pages/image tools/', use), { scope: 'worker' }],
  complaints: [
    async ({ page }, use) => {
      const complaints = complaintsOf(page);
      await use(complaints);
      base.expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

/** Collects what a page complains of from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('crash', () => complaints.push('the page crashed'));
  return complaints;
}

async function host(path: string, use: (site: Site) => Promise<void>): Promise<void> {
  const requests: string[] = [];
  const server = await serve(`${ROOT}dist`, { port: 0, base: path, onRequest: (asked) => requests.push(asked) });
  await use({ port: server.port, url: server.url, requests, forget: () => requests.splice(0) });
  await server.close();
}
