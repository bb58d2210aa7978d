import { kindsOf, pairOf } from '../../core/compare/kinds';
import type { ManifestKind } from '../../core/model/manifestForms';
import type { KindPair, ManifestView, TableRow, TableView } from '../../core/model/manifestTable';
import { COLOURS } from '../../core/picture/colours';
import { markdownCode, markdownTable, markdownText } from '../../core/picture/markdown';
import { svg, svgDocument, type SvgNode } from '../../core/picture/svg';
import { fitted, FONT_FAMILIES, svgText, wrapped, type Measure, type TextStyle } from '../../core/picture/text';
import type { I18n } from '../../i18n/i18n';
import { COLUMN, counterpart, REDACTED } from './kinds';
import { isSamePlace, placeText } from './places';
import { lineRuns, type Run } from './runs';

/** What is on screen, to be taken away. */
export interface FormsShown {
  readonly title: string;
  readonly view: ManifestView;
  readonly table: TableView;
  readonly rows: readonly TableRow[];
  readonly shown: readonly ManifestKind[];
  readonly pairs: readonly KindPair[];
}

const LINE = 18;
const PAD = 16;
const GAP = 14;
const INDENT = 14;
const ROLE = 118;
const LEAST = 260;
const MOST_CHARACTERS = 84;
const TITLE: TextStyle = { family: 'sans', size: 16, bold: true };
const HEAD: TextStyle = { family: 'sans', size: 13, bold: true };
const WORDS: TextStyle = { family: 'sans', size: 12 };
const CODE: TextStyle = { family: 'mono', size: 12 };

/** The board as a picture: every line, what differs bold and underlined. Columns go as the language is read; JSON is always left-to-right. */
export function formsPicture(i18n: I18n, of: FormsShown, measure: Measure): string {
  const { dir, lang, t } = i18n;
  const { shown, rows, view, table } = of;
  const widths = shown.map((kind) => columnWidth(kind, of, measure));
  const width = 2 * PAD + ROLE + widths.reduce((sum, each) => sum + each + GAP, 0);
  /** Where a box that is `from` away from the side where reading begins has its left edge. */
  const left = (from: number, size: number): number => (dir === 'rtl' ? width - from - size : from);
  const word = (text: string, from: number, y: number, style: TextStyle, fill: string): SvgNode =>
    svgText(text, { x: left(from, 0), y }, style, { fill, dir });

  const nodes: SvgNode[] = [word(of.title, PAD, PAD + 16, TITLE, COLOURS.ink)];
  let y = PAD + 16;
  for (const pair of of.pairs) {
    for (const line of wrapped(countsText(i18n, table, pair), width - 2 * PAD, WORDS, measure)) {
      nodes.push(word(line, PAD, (y += LINE), WORDS, COLOURS.ink));
    }
  }
  y += LINE + 6;
  const below = shown.some((kind) => table.columns[kind]?.document?.redacted) ? LINE : 0;
  let from = PAD + ROLE + GAP;
  shown.forEach((kind, index) => {
    const size = widths[index] ?? 0;
    const document = table.columns[kind]?.document;
    const colour = COLOURS[COLUMN[kind]];
    const name = `${t(`forms.head.${view}.${kind}`)}${document ? ` · ${t(`origin.${document.origin}`)}` : ''}`;
    nodes.push(word(fitted(name, size, HEAD, measure), from, y, HEAD, colour));
    if (document) {
      const digest = fitted(document.registryDigest ?? document.digest, size, CODE, measure);
      nodes.push(svgText(digest, { x: left(from, size), y: y + LINE }, CODE, { fill: COLOURS.ink }));
      const note = document.redacted && fitted(t(REDACTED[document.redacted]), size, WORDS, measure);
      if (note) nodes.push(word(note, from, y + 2 * LINE, WORDS, COLOURS.muted));
    }
    const dashes = document?.origin === 'derived' ? { 'stroke-dasharray': '6 4' } : {};
    const rule = {
      x1: left(from, size),
      x2: left(from, size) + size,
      y1: y + LINE + below + 8,
      y2: y + LINE + below + 8,
    };
    nodes.push(svg('line', { ...rule, stroke: colour, 'stroke-width': 3, ...dashes }));
    from += size + GAP;
  });
  y += LINE + below + 14;
  rows.forEach((row, index) => {
    y += LINE;
    const before = rows[index - 1];
    if (row.place.kind !== 'whole' && !(before && isSamePlace(before.place, row.place))) {
      nodes.push(word(fitted(placeText(i18n, row.place), ROLE, WORDS, measure), PAD, y, WORDS, COLOURS.muted));
    }
    let at = PAD + ROLE + GAP;
    shown.forEach((kind, place) => {
      const size = widths[place] ?? 0;
      const runs = runsOf(row, kind, shown);
      const depth = row.cells[kind]?.depth ?? 0;
      const isDimmed = row.states[pairOf(kind, counterpart(kind, shown))] === 'same';
      if (runs.length > 0) {
        nodes.push(
          codeLine(fittedRuns(runs, size - depth * INDENT, measure), {
            x: left(at, size) + depth * INDENT,
            y,
            fill: isDimmed ? COLOURS.muted : COLOURS.ink,
            marked: COLOURS[COLUMN[kind]],
            full: fullText(row, kind),
          }),
        );
      }
      at += size + GAP;
    });
  });
  return svgDocument({ width, height: y + PAD, title: of.title, lang, background: COLOURS.page }, nodes);
}

/** The same as a table: what each line is about, the line in each form, and how the last two differ. */
export function formsMarkdown(i18n: I18n, { view, table, rows, shown, pairs }: FormsShown): string {
  const { t } = i18n;
  const pair = pairs.at(-1);
  const head = ['', ...shown.map((kind) => markdownText(t(`forms.head.${view}.${kind}`))), ''];
  const digests = shown.map((kind) => {
    const document = table.columns[kind]?.document;
    return document ? markdownCode(document.registryDigest ?? document.digest) : '';
  });
  const origins = shown.map((kind) => {
    const document = table.columns[kind]?.document;
    if (!document) return '';
    const { origin, redacted } = document;
    return markdownText([t(`origin.${origin}`), ...(redacted ? [t(REDACTED[redacted])] : [])].join(' · '));
  });
  const lines = rows.map((row) => {
    const state = pair === undefined ? null : row.states[pair];
    const cells = shown.map((kind) => {
      const cell = row.cells[kind];
      return cell ? markdownCode(`${'  '.repeat(cell.depth)}${fullText(row, kind)}`) : '';
    });
    const place = row.place.kind === 'whole' ? '' : markdownText(placeText(i18n, row.place));
    return [place, ...cells, state === null || state === 'same' ? '' : markdownText(t(`forms.says.${state}`))];
  });
  const counts = pairs.map((each) => `${markdownText(countsText(i18n, table, each))}\n\n`).join('');
  return `${counts}${markdownTable(head, [['', ...origins, ''], ['', ...digests, ''], ...lines])}`;
}

/** How two forms differ, in one sentence. */
export function countsText({ t, words }: Pick<I18n, 't' | 'words'>, { table }: TableView, pair: KindPair): string {
  const [a, b] = kindsOf(pair);
  const { renamed, structure, digest, value, order } = table.counts[pair];
  const names = t('forms.pair', { a: words(`forms.short.${COLUMN[a]}`), b: words(`forms.short.${COLUMN[b]}`) });
  const counts = [
    t('forms.names', { count: renamed }),
    t('forms.structure', { count: structure }),
    t('forms.digests', { count: digest }),
    ...(value > 0 ? [t('forms.values', { count: value })] : []),
    ...(order > 0 ? [t('forms.order', { count: order })] : []),
  ];
  return `${names} ${counts.join(' · ')}`;
}

function runsOf(row: TableRow, kind: ManifestKind, shown: readonly ManifestKind[]): Run[] {
  const cell = row.cells[kind];
  const other = counterpart(kind, shown);
  return cell ? lineRuns(cell, row.cells[other], row.states[pairOf(kind, other)]) : [];
}

/** Digests whole. */
function fullText(row: TableRow, kind: ManifestKind): string {
  return runsOf(row, kind, [kind])
    .map(({ text }) => text)
    .join('');
}

/** A digest by its first digits. */
function pictureText({ kind, text }: Run): string {
  return kind === 'rest' ? '…' : text;
}

/** Room for the whole digest in the head, and for all lines but very long ones. */
function columnWidth(kind: ManifestKind, { rows, shown, table }: FormsShown, measure: Measure): number {
  const { digest = '' } = table.columns[kind]?.document ?? {};
  const most = rows.reduce((longest, row) => {
    const text = runsOf(row, kind, shown).map(pictureText).join('');
    return Math.max(longest, text.length * oneWidth(measure) + (row.cells[kind]?.depth ?? 0) * INDENT);
  }, 0);
  return Math.ceil(Math.max(LEAST, measure(digest, CODE), Math.min(MOST_CHARACTERS * oneWidth(measure), most)));
}

function oneWidth(measure: Measure): number {
  return measure('0', CODE);
}

/** The runs that fit into a width, with an ellipsis where they do not. */
function fittedRuns(runs: readonly Run[], width: number, measure: Measure): Run[] {
  let room = Math.floor(width / oneWidth(measure));
  const fitting: Run[] = [];
  for (const run of runs) {
    const text = pictureText(run);
    if (text.length > room) {
      fitting.push({
        ...run,
        kind: 'plain',
        text: `${text.slice(0, Math.max(0, room - 1)).replace(/\p{Surrogate}$/u, '')}…`,
      });
      break;
    }
    room -= text.length;
    fitting.push(run);
  }
  return fitting;
}

interface LineLook {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  /** Colour of what differs. */
  readonly marked: string;
  /** The line with whole digests: its title where it is shown cut. */
  readonly full: string;
}

function codeLine(runs: readonly Run[], { x, y, fill, marked, full }: LineLook): SvgNode {
  const attributes = {
    x,
    y,
    fill,
    direction: 'ltr',
    'xml:space': 'preserve',
    'font-family': FONT_FAMILIES.mono,
    'font-size': CODE.size,
  };
  const spans = runs.map((run) =>
    run.differs
      ? svg('tspan', { fill: marked, 'font-weight': 600, 'text-decoration': 'underline' }, pictureText(run))
      : svg('tspan', run.kind === 'digits' ? { 'font-weight': 600 } : {}, pictureText(run)),
  );
  const isCut = runs.map(pictureText).join('') !== full;
  return svg('text', attributes, ...(isCut ? [svg('title', {}, full)] : []), ...spans);
}
