import { markdownCode, markdownTable, markdownText } from '../../core/picture/markdown';
import type { I18n } from '../../i18n/i18n';

/** What is read of a report of ours (`public/report.schema.json`). */
interface Report {
  readonly file: { readonly name: string; readonly size: number };
  readonly verdict: string;
  readonly images: readonly ReportImage[];
  readonly integrity: { readonly rows: readonly Row[] };
  readonly diagnostics: readonly { readonly code: string; readonly severity: string; readonly path: string | null }[];
}
interface ReportImage {
  readonly key: string;
  readonly names: readonly string[];
  readonly platform: { readonly os: string; readonly architecture: string } | null;
  readonly representations: readonly { readonly column: string; readonly layers: readonly Layer[] }[];
}
interface Layer {
  readonly number: number;
  readonly digest: string | null;
  readonly diffId: string | null;
  readonly size: number | null;
}
interface Row {
  readonly kind: string;
  readonly verdict: string;
  readonly document: string | null;
  readonly pointer: string;
  readonly claimed: string | null;
  readonly actual: string | null;
}

/** Verdicts of rows in which something is wrong. */
const WRONG: ReadonlySet<string> = new Set(['mismatch', 'missing', 'ambiguous']);
/** Rows of a table; the JSON report has them all. */
const MOST_ROWS = 200;

/** A report (its JSON text) as Markdown, to read: what was opened, its images with their layers, what does not hold, and notices. */
export function reportMarkdown(json: string, { t, formatBytes }: Pick<I18n, 't' | 'formatBytes'>): string {
  const report = JSON.parse(json) as Report;
  const { file, verdict, images, integrity, diagnostics } = report;
  const code = (text: string | null): string => (text === null || text === '' ? '' : markdownCode(text));
  const head = [
    `# ${markdownText(file.name)}`,
    '',
    `- ${t('md.size')}: ${formatBytes(file.size)}`,
    `- ${t('md.verdict')}: ${markdownCode(verdict)}`,
    `- ${t('md.images')}: ${images.length}`,
  ];
  const parts = images.map((image) => {
    const { names, platform, key, representations } = image;
    const layers = representations.findLast((each) => each.layers.length > 0)?.layers ?? [];
    const title = names[0] ?? key;
    const system = platform ? ` (${platform.os}/${platform.architecture})` : '';
    return [
      `## ${markdownText(title + system)}`,
      '',
      code(key),
      '',
      markdownTable(
        [t('md.layers'), 'digest', 'DiffID', t('md.size')],
        layers.map(({ number, digest, diffId, size }) => [
          `${number}`,
          code(digest),
          code(diffId),
          size === null ? '' : formatBytes(size),
        ]),
      ),
    ].join('\n');
  });
  const wrong = integrity.rows.filter((row) => WRONG.has(row.verdict)).slice(0, MOST_ROWS);
  const findings = markdownTable(
    [t('md.verdict'), t('md.file'), t('md.claimed'), t('md.actual')],
    wrong.map((row) => [
      code(`${row.kind} ${row.verdict}`),
      code(row.document === null ? null : `${row.document}#${row.pointer}`),
      code(row.claimed),
      code(row.actual),
    ]),
  );
  const notices = diagnostics
    .slice(0, MOST_ROWS)
    .map(({ code: name, severity, path }) => `- ${severity}: ${code(name)} ${code(path)}`.trimEnd());
  return [
    ...head,
    '',
    ...parts,
    ...(wrong.length > 0 ? [`## ${t('md.findings')}`, '', findings] : []),
    ...(notices.length > 0 ? [`## ${t('md.notices')}`, '', ...notices, ''] : []),
  ].join('\n');
}
