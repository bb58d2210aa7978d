import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium, findHeadlessChromium, TRUE_WIDTHS } from './scripts/setup.mjs';

/** How a browser is started. `path` is null where Playwright has its own. */
const launch = (path: string | null) => ({
  ...(path ? { executablePath: path } : {}),
  args: [
    ...CHROMIUM_FLAGS,
    TRUE_WIDTHS,
    // A name that is not this machine's own: a page from it is not in a secure context.
    '--host-resolver-rules=MAP plain.test 127.0.0.1',
  ],
});

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/build.ts',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // Where it counts, one that fails on a busy machine is run again, and reported as flaky.
  retries: process.env['CI'] ? 1 : 0,
  workers: 2,
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 720 },
    trace: 'off',
    // Only the journeys that are about it have one: it asks for files when it likes.
    serviceWorkers: 'block',
    launchOptions: launch(findHeadlessChromium()),
  },
  projects: [
    { name: 'journeys', testIgnore: 'quiet/**' },
    // What is timed runs alone, after everything else, in the browser that people have.
    {
      name: 'quiet',
      testMatch: 'quiet/**/*.test.ts',
      dependencies: ['journeys'],
      workers: 1,
      use: { launchOptions: launch(findChromium()) },
    },
  ],
});
