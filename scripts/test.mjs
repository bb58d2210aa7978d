/**
 * `npm test`: installs what is missing, then holds the project to everything it promises, cheapest first.
 * Stops at the first step that fails. The last line counts the tests: `N passed, N failed`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ROOT, build, installChromium, installPackages, runInstalled } from './setup.mjs';

const RESULTS = `${ROOT}.cache/results`;
const UNIT = `${RESULTS}/unit.json`;
const JOURNEYS = `${RESULTS}/e2e.json`;

/** @type {readonly (readonly [name: string, step: () => boolean])[]} */
const STEPS = [
  ['types', () => ['tsconfig.core.json', 'tsconfig.page.json', 'tsconfig.json'].every((project) => types(project))],
  ['lint', () => runInstalled('oxlint/bin/oxlint', [])],
  ['format', () => runInstalled('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.'])],
  ['styles', () => runInstalled('stylelint/bin/stylelint.mjs', ['src/**/*.css'])],
  ['unused', () => runInstalled('knip/bin/knip.js', ['--no-progress'])],
  [
    'unit',
    () =>
      runInstalled('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`]),
  ],
  ['build', build],
  [
    'e2e',
    () =>
      runInstalled('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
        PLAYWRIGHT_JSON_OUTPUT_NAME: JOURNEYS,
      }),
  ],
];

const started = performance.now();
installPackages();
installChromium();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

/** @type {string[]} */
const summary = [`  ready    ${seconds(started)}`];
/** @type {string | null} */
let failedStep = null;
for (const [name, step] of STEPS) {
  console.log(`\n── ${name}`);
  const from = performance.now();
  const passed = step();
  summary.push(`${passed ? '✓' : '✗'} ${name.padEnd(8)} ${seconds(from)}`);
  if (passed) continue;
  failedStep = name;
  break;
}

const counts = [unitCounts(), journeyCounts()];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
const skipped = counts.reduce((sum, count) => sum + count.skipped, 0);

console.log(`\n${summary.join('\n')}\n  in all   ${seconds(started)}${skipped ? `, ${skipped} tests skipped` : ''}`);
if (failedStep) console.log(`Stopped at: ${failedStep}`);
// A step that fails without a failing test (a type error, say) is a failure too.
console.log(`${passed} passed, ${failedStep ? Math.max(failed, 1) : failed} failed`);
process.exitCode = failedStep ? 1 : 0;

/** @param {string} project */
function types(project) {
  return runInstalled('typescript/bin/tsc', ['-p', project]);
}

/** @param {number} from */
function seconds(from) {
  return `${((performance.now() - from) / 1000).toFixed(1).padStart(6)} s`;
}

function unitCounts() {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number } | null} */
  const report = read(UNIT);
  return report
    ? { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests }
    : { passed: 0, failed: 0, skipped: 0 };
}

function journeyCounts() {
  /** @type {{ stats: { expected: number, flaky: number, unexpected: number, skipped: number } } | null} */
  const report = read(JOURNEYS);
  return report
    ? {
        passed: report.stats.expected + report.stats.flaky,
        failed: report.stats.unexpected,
        skipped: report.stats.skipped,
      }
    : { passed: 0, failed: 0, skipped: 0 };
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
