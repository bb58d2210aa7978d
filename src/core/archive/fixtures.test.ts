import Ajv from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../engine';
import { EngineError } from '../errors';
import { FIXTURES, fixturePath } from '../testing/fixtures';
import { readFixture } from '../testing/readFixture';
import type { Report } from './reportSchema';
import schema from '../../../public/report.schema.json';

const files = Object.keys(FIXTURES).sort();
const reports = new Map<string, Promise<Report | EngineError>>();

function read(file: string): Promise<Report | EngineError> {
  const known = reports.get(file);
  if (known) return known;
  const pending = readFixture(file).then(
    ({ archive, measurements }) => buildReport(archive, measurements),
    (error: unknown) => {
      if (error instanceof EngineError) return error;
      throw error;
    },
  );
  reports.set(file, pending);
  return pending;
}

function row(file: string, report: Report | EngineError): string {
  if (report instanceof EngineError) return `| ${file} | cannot be read: ${report.code} | | | | | |`;
  const images = report.images.map(({ names, platform, representations, summary }) => {
    const layers = representations[0]?.layers.length ?? 0;
    const unsure = summary.unknown > 0 ? `, ${summary.unknown} cannot be told` : '';
    return `${names[0] ?? 'no name'} ${platform?.os ?? '?'}/${platform?.architecture ?? '?'}: ${layers} layers, ${summary.matches} of ${summary.total} names match${unsure}`;
  });
  const codes = [...new Set(report.diagnostics.map((each) => `${each.severity}: ${each.code}`))];
  return `| ${file} | ${report.verdict} | ${report.formats.map((each) => each.format).join(' + ')} | ${report.writer?.writer ?? ''} | ${images.join('<br>')} | ${report.artifacts.map(({ kind }) => kind).join(', ')} | ${codes.join(', ')} |`;
}

describe('real archives', () => {
  it('are read as this table says', { timeout: 60_000 }, async () => {
    const rows = [];
    for (const file of files) rows.push(row(file, await read(file)));
    const table = [
      '# What Tabaqa says of each fixture',
      '',
      'Made by `src/core/archive/fixtures.test.ts`; a test fails when it is not current.',
      '',
      '| file | verdict | formats | writer | images | artifacts | notices |',
      '|---|---|---|---|---|---|---|',
      ...rows,
      '',
    ].join('\n');
    await expect(table).toMatchFileSnapshot(fixturePath('READINGS.md'));
  });

  it('a report is what its JSON Schema says', async () => {
    const validate = new Ajv({ strict: false }).compile(schema);
    for (const file of files) {
      const report = await read(file);
      if (report instanceof EngineError) continue;
      expect(validate(report), `${file}: ${JSON.stringify(validate.errors)}`).toBe(true);
    }
    expect(validate({ schema: 'tabaqa-report-1' })).toBe(false);
  });
});
