import { FILE_ASPECTS, FILE_STATES, aspectBit, type Cause, type FileDiff, type ImageDiff } from '../model/imageDiff';
import { textAt } from '../model/members';
import { markdownCode, markdownTable, markdownText } from '../picture/markdown';

/** A path that differs. */
interface FileLine {
  readonly path: string;
  readonly state: (typeof FILE_STATES)[number];
  readonly differs: readonly string[];
}

const SAME = FILE_STATES.indexOf('same');

/** A comparison as JSON: everything but files that are the same. Digests and codes are written as they are, in no language. */
export function diffJson(diff: ImageDiff): string {
  const { files, wanted: _, ...rest } = diff;
  const unread = files.unread.reduce((sum, each) => sum + each, 0);
  return JSON.stringify({ ...rest, files: { count: files.count, unread, differing: fileLines(files) } }, null, 2);
}

export interface DiffReportWords {
  readonly verdict: string;
  /** Names of both sides. */
  readonly a: string;
  readonly b: string;
  /** That one is built on the other; null when it is not. */
  readonly built: string | null;
  readonly cause: (cause: Cause) => string;
  readonly weight: (cause: Cause) => string;
  readonly headings: { readonly why: string; readonly key: string; readonly path: string; readonly state: string };
  readonly state: (state: FileLine['state']) => string;
}

/** The verdict, the causes, and tables of values and files, as Markdown. */
export function diffMarkdown({ causes, config, manifest, files }: ImageDiff, words: DiffReportWords): string {
  const { headings } = words;
  const values = [...config.values, ...manifest.values].map(({ key, a, b }) => [
    markdownCode(key.join(' / ')),
    a === null ? '—' : markdownCode(a),
    b === null ? '—' : markdownCode(b),
  ]);
  const lines = fileLines(files).map(({ path, state, differs }) => [
    markdownCode(path),
    markdownText(words.state(state)),
    markdownText(differs.join(', ')),
  ]);
  return [
    `**${markdownText(words.verdict)}**\n\n- ${markdownText(words.a)}\n- ${markdownText(words.b)}\n${words.built === null ? '' : `- ${markdownText(words.built)}\n`}`,
    `## ${markdownText(headings.why)}\n\n${causes
      .map((cause) => `- ${markdownText(words.weight(cause))}: ${markdownText(words.cause(cause))}\n`)
      .join('')}`,
    ...(values.length > 0 ? [markdownTable([headings.key, 'A', 'B'], values)] : []),
    ...(lines.length > 0 ? [markdownTable([headings.path, headings.state, ''], lines)] : []),
  ].join('\n');
}

function fileLines({ count, paths, state, aspects }: FileDiff): FileLine[] {
  const lines: FileLine[] = [];
  for (let at = 0; at < count; at++) {
    const of = FILE_STATES[state[at] ?? SAME] ?? 'same';
    if (of === 'same') continue;
    const differs = FILE_ASPECTS.filter((aspect) => ((aspects[at] ?? 0) & aspectBit(aspect)) !== 0);
    lines.push({ path: textAt(paths, at), state: of, differs });
  }
  return lines;
}
