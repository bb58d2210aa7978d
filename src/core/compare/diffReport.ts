import { textOf, type Piece } from '../model/configView';
import {
  FILE_ASPECTS,
  FILE_STATES,
  aspectBit,
  type Cause,
  type DiffLayer,
  type DocumentDiff,
  type FileDiff,
  type ImageDiff,
} from '../model/imageDiff';
import { textAt } from '../model/members';
import { markdownCode, markdownTable, markdownText } from '../picture/markdown';

/** A path that differs. */
interface FileLine {
  readonly path: string;
  readonly state: (typeof FILE_STATES)[number];
  readonly differs: readonly string[];
}

const SAME = FILE_STATES.indexOf('same');

type IsShown = (name: string) => boolean;

/** A comparison as JSON: everything but files that are the same. Digests and codes are written as they are, in no language. */
export function diffJson(diff: ImageDiff, isShown: IsShown): string {
  const { files, wanted: _, ...rest } = diff;
  const text = (pieces: readonly Piece[] | null): string | null => pieces && textOf(pieces, isShown);
  const document = (each: DocumentDiff): object => ({
    ...each,
    values: each.values.map((value) => ({ ...value, a: text(value.a), b: text(value.b) })),
  });
  const layer = (each: DiffLayer | null): object | null => each && { ...each, createdBy: text(each.createdBy) };
  const layers = diff.layers.map((row) => ({ ...row, a: layer(row.a), b: layer(row.b) }));
  const unread = files.unread.reduce((sum, each) => sum + each, 0);
  const listed = { count: files.count, unread, differing: fileLines(files) };
  const documents = { config: document(diff.config), manifest: document(diff.manifest) };
  return JSON.stringify({ ...rest, ...documents, layers, files: listed }, null, 2);
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
export function diffMarkdown(
  { causes, config, manifest, files }: ImageDiff,
  words: DiffReportWords,
  isShown: IsShown,
): string {
  const { headings } = words;
  const values = [...config.values, ...manifest.values].map(({ key, a, b }) => [
    markdownCode(key.join(' / ')),
    a === null ? '—' : markdownCode(textOf(a, isShown)),
    b === null ? '—' : markdownCode(textOf(b, isShown)),
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

/** Names of what is hidden in a comparison, each once. */
export function hiddenNames({ config, manifest, layers }: ImageDiff): ReadonlySet<string> {
  const all = [
    ...[...config.values, ...manifest.values].flatMap(({ a, b }) => [a, b]),
    ...layers.flatMap(({ a, b }) => [a?.createdBy, b?.createdBy]),
  ];
  return new Set(all.flatMap((pieces) => (pieces ?? []).flatMap(({ hides }) => hides ?? [])));
}
