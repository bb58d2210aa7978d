import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at the end. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a command in the project's folder with this terminal; true when it succeeded.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 */
export function run(command, args, env = {}) {
  // On Windows npm and npx are scripts, which need a shell to start.
  const shell = process.platform === 'win32' && /^np[mx]$/.test(command);
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell,
  });
  return status === 0;
}

/**
 * Runs the program of an installed package.
 * @param {string} program path under node_modules, for instance `vite/bin/vite.js`
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runInstalled(program, args, env) {
  return run(process.execPath, [`${ROOT}node_modules/${program}`, ...args], env);
}

/** Installs the packages of the lockfile when they are absent or of other versions. Says so and ends the process when that fails. */
export function installPackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) fail(`Node 20.19 or newer is needed; this is ${process.version}.`);
  if (isInstalled()) return;
  console.log('Installing packages…');
  if (!run('npm', ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']))
    fail('npm ci did not succeed.');
}

/** Whether node_modules has every package of the lockfile in its version. Optional ones depend on the machine. */
function isInstalled() {
  // npm writes its own copy last, so an interrupted installation does not have it.
  const installed = lockedPackages(`${ROOT}node_modules/.package-lock.json`);
  return Object.entries(lockedPackages(`${ROOT}package-lock.json`)).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function lockedPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** Builds the page into dist/ when that is absent or older than what it is made from; false when the build failed. */
export function buildWhenStale() {
  const sources = [
    'src',
    'public',
    'scripts/build',
    'scripts/singleFile.ts',
    'index.html',
    'vite.config.ts',
    'package-lock.json',
  ];
  const newest = Math.max(...sources.map((name) => modified(`${ROOT}${name}`)));
  return modified(`${ROOT}dist/index.html`) > newest || build();
}

/** Builds the page into dist/; false when that failed. */
export function build() {
  return runInstalled('vite/bin/vite.js', ['build']);
}

/** How Chromium is started wherever this project drives it: as root too, without a screen, asking for nothing of its own. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
/** Without windows letters would else be as wide as on no screen. */
export const TRUE_WIDTHS = '--font-render-hinting=none';

const SHELL = '/usr/bin/chromium-headless-shell';

/** The browser: `CHROMIUM_PATH`, the system's Chromium, or the one Playwright downloaded; null when there is none. */
export function findChromium() {
  const candidates = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', SHELL, playwrightChromium()];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

/** The same without windows, where Debian's is installed: a new page costs it a third of the time. */
export function findHeadlessChromium() {
  return !process.env['CHROMIUM_PATH'] && existsSync(SHELL) ? SHELL : findChromium();
}

/** Installs Chromium when there is none: Debian's package for root on Debian, Playwright's own download elsewhere. */
export function installChromium() {
  if (findChromium()) return;
  console.log('Installing Chromium…');
  const debian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const installed =
    debian && process.getuid?.() === 0
      ? run('apt-get', ['update', '-qq']) &&
        run('apt-get', ['install', '-y', '-qq', 'chromium', 'chromium-headless-shell'], quiet)
      : runInstalled('@playwright/test/cli.js', ['install', 'chromium']);
  if (!installed || !findChromium()) {
    fail('Chromium could not be installed. Install it by hand and name it in CHROMIUM_PATH.');
  }
}

/** @returns {string | null} */
function playwrightChromium() {
  const require = createRequire(import.meta.url);
  /** @type {{ chromium: { executablePath(): string } }} */
  const playwright = require('@playwright/test');
  return playwright.chromium.executablePath();
}

/**
 * Milliseconds of the last change of a file, or of anything in a folder; 0 when it does not exist.
 * @param {string} path
 * @returns {number}
 */
function modified(path) {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => modified(`${path}/${name}`)));
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}
