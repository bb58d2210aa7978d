/**
 * `npm run --silent report -- FILE`: everything found out about a file or folder, as JSON. The same engine as the page's, so the same report.
 * Exit code 0: all verified; 1: something does not match, is damaged, missing or ambiguous; 3: all that can be told is verified, but
 * something cannot be told; 2: the file cannot be read as an image archive, and the JSON is `{ "error": { "code", "details" } }`.
 */
import { reportText } from '../src/core/engine';
import { EngineError } from '../src/core/errors';
import { en } from '../src/i18n/en';
import { reportFile } from './reportFile';

const EXIT_CODES: Readonly<Record<Awaited<ReturnType<typeof reportFile>>['verdict'], number>> = {
  verified: 0,
  'does-not-match': 1,
  ambiguous: 1,
  incomplete: 1,
  'verified-except-unknown': 3,
};

const [file, ...more] = process.argv.slice(2);
if (file === undefined || more.length > 0) {
  console.error('Usage: npm run --silent report -- FILE|FOLDER');
  process.exit(2);
}

try {
  const report = await reportFile(file);
  process.stdout.write(reportText(report));
  process.exitCode = EXIT_CODES[report.verdict];
} catch (thrown) {
  const error = thrown instanceof EngineError ? thrown : new EngineError('internal', String(thrown));
  console.log(JSON.stringify({ error: { code: error.code, details: error.details } }, null, 2));
  const title =
    error === thrown ? en[`error.${error.code}.title`].replace(/<[^>]*>/g, '') : 'The file could not be read';
  console.error(`${file}: ${title} (${error.message})`);
  process.exitCode = 2;
}
