import { readdirSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../engine';
import { EngineError } from '../errors';
import { fixturePath, readFixture } from '../testing/readFixture';
import type { Report } from './reportSchema';
import schema from '../../../public/report.schema.json';

const files = readdirSync(fixturePath('')).filter((file) => /\.(?:tar|gz|zst|xz|bz2)$/.test(file));
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
  if (report instanceof EngineError) return `| ${file} | cannot be read: ${report.code} | | | | |`;
  const images = report.images.map(({ names, platform, representations, summary }) => {
    const layers = representations[0]?.layers.length ?? 0;
    const unsure = summary.unknown > 0 ? `, ${summary.unknown} cannot be told` : '';
    return `${names[0] ?? 'no name'} ${platform?.os ?? '?'}/${platform?.architecture ?? '?'}: ${layers} layers, ${summary.matches} of ${summary.total} names match${unsure}`;
  });
  const codes = [...new Set(report.diagnostics.map((each) => `${each.severity}: ${each.code}`))];
  return `| ${file} | ${report.verdict} | ${report.formats.map((each) => each.format).join(' + ')} | ${images.join('<br>')} | ${report.artifacts.length} | ${codes.join(', ')} |`;
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
      '| file | verdict | formats | images | artifacts | notices |',
      '|---|---|---|---|---|---|',
      ...rows,
      '',
    ].join('\n');
    await expect(table).toMatchFileSnapshot(fixturePath('READINGS.md'));
  });

  it.each(files.filter((file) => !/^(?:broken|not-an-image)|\.(?:xz|bz2)$/.test(file)))(
    '%s is whole: nothing stated is false',
    async (file) => {
      const report = await read(file);
      if (report instanceof EngineError) throw report;
      expect(report.verdict).toBe('verified');
      expect(report.images.map((image) => image.summary.mismatches)).toEqual(report.images.map(() => 0));
    },
  );

  it.each([
    ['broken.bitflip-in-gzip-layer.tar', 'layer-corrupt'],
    ['broken.config-blob-missing.tar', 'config-missing'],
    ['broken.index-json-invalid.tar', 'json-syntax'],
    ['broken.layer-blob-missing.tar', 'layer-missing'],
    ['broken.no-end-of-archive.tar', 'tar-no-end'],
  ])('%s has its finding: %s', async (file, code) => {
    const report = await read(file);
    if (report instanceof EngineError) throw report;
    expect(report.diagnostics.map((each) => each.code)).toContain(code);
  });

  it.each([
    ['broken.empty-file.tar', 'empty-file'],
    ['broken.only-zero-blocks.tar', 'not-an-image'],
    ['broken.outer-gzip-truncated.tar.gz', 'cut-short'],
    ['broken.truncated-in-layer.tar', 'cut-short'],
    ['not-an-image.docker20-export.tar.gz', 'root-filesystem'],
    ['wrapped.docker20-save.tar.xz', 'unsupported-compression'],
    ['wrapped.docker20-save.tar.bz2', 'unsupported-compression'],
  ])('%s cannot be read: %s', async (file, code) => {
    expect(await read(file)).toMatchObject({ code });
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
