import { COLUMN_IDS, type ColumnId } from '../model/representation';
import { COLOURS } from '../picture/colours';
import { svg, svgDocument, type SvgNode } from '../picture/svg';
import { svgText, wrapped, type Measure, type TextStyle } from '../picture/text';
import { arrowPath, arrowRoom, arrowTrunks, type ArrowTrunk } from './layoutArrows';
import type { LayoutCell, LayoutRow, LayoutTrees } from './layoutModel';
import { SMALL, stateMark, svgLine } from './layoutSvgLine';
import type { LayoutWords } from './layoutWords';

const MARGIN = 24;
const ROLE_WIDTH = 170;
const COLUMN_WIDTH = 400;
const GAP = 16;
/** Beside the widest arrows. */
const EMPTY_WIDTH = COLUMN_WIDTH - 60;
const HEAD_HEIGHT = 52;
const LINE = 20;
const ROW_PADDING = 7;
const TITLE: TextStyle = { family: 'sans', size: 18, bold: true };
const HEAD: TextStyle = { family: 'sans', size: 14, bold: true };
const TEXT: TextStyle = { family: 'sans', size: 13 };

interface Drawing {
  readonly words: LayoutWords;
  readonly measure: Measure;
  readonly width: number;
}

/** Where a row is, from the top of the picture. */
interface RowPlace {
  readonly row: LayoutRow;
  readonly role: readonly string[];
  /** What is said in each column that has no file. */
  readonly empty: Readonly<Record<ColumnId, readonly string[]>>;
  readonly top: number;
  readonly height: number;
}

/** The board as a picture, light, in any language: columns run as the language does, trees always from left to right. */
export function layoutSvg(trees: LayoutTrees, words: LayoutWords, measure: Measure): string {
  const width = 2 * MARGIN + ROLE_WIDTH + COLUMN_IDS.length * (COLUMN_WIDTH + GAP);
  const drawing: Drawing = { words, measure, width };
  const top = MARGIN + 34 + HEAD_HEIGHT;
  const places = placesOf(trees.rows, drawing, top);
  const last = places.at(-1);
  const end = last ? last.top + last.height : top;
  const start = startOf(drawing, MARGIN, width - 2 * MARGIN);
  const children = [
    svgText(words.title, { x: start, y: MARGIN + 16 }, TITLE, { fill: COLOURS.ink, dir: words.dir }),
    ...places.flatMap((place) => roleOf(place, drawing)),
    ...COLUMN_IDS.flatMap((id, index) => columnOf(trees, id, index, places, drawing)),
    ...legend(drawing, end + 28),
  ];
  return svgDocument(
    { width, height: end + 48, title: words.title, lang: words.lang, background: COLOURS.page },
    children,
  );
}

function placesOf(rows: readonly LayoutRow[], { words, measure }: Drawing, from: number): RowPlace[] {
  let top = from;
  return rows.map((row) => {
    const role = wrapped(words.role(row), ROLE_WIDTH - 8, TEXT, measure);
    const said = (id: ColumnId): string[] => {
      const cell = row.cells[id];
      return cell.kind === 'nodes' ? [] : wrapped(words.empty(cell), EMPTY_WIDTH, SMALL, measure);
    };
    const empty = { v1: said('v1'), v2s2: said('v2s2'), oci: said('oci') };
    const lines = COLUMN_IDS.map((id) => {
      const cell = row.cells[id];
      return cell.kind === 'nodes' ? cell.lines.length : empty[id].length;
    });
    const height = Math.max(role.length, ...lines) * LINE + 2 * ROW_PADDING;
    const place = { row, role, empty, top, height };
    top += height;
    return place;
  });
}

/** Left edge of something `size` wide that is `offset` from where the language begins. */
function leftOf({ words, width }: Drawing, offset: number, size: number): number {
  return words.dir === 'rtl' ? width - offset - size : offset;
}

/** Where text in the language begins in the same place. */
function startOf(drawing: Drawing, offset: number, size: number): number {
  return leftOf(drawing, offset, size) + (drawing.words.dir === 'rtl' ? size : 0);
}

function roleOf({ role, top, height }: RowPlace, drawing: Drawing): SvgNode[] {
  const { words, width } = drawing;
  const x = startOf(drawing, MARGIN, ROLE_WIDTH);
  return [
    ...role.map((line, i) =>
      svgText(line, { x, y: top + ROW_PADDING + 15 + i * LINE }, TEXT, { fill: COLOURS.muted, dir: words.dir }),
    ),
    svg('path', { d: `M${MARGIN} ${top + height}H${width - MARGIN}`, stroke: COLOURS.line }),
  ];
}

function columnOf(
  trees: LayoutTrees,
  id: ColumnId,
  index: number,
  places: readonly RowPlace[],
  drawing: Drawing,
): SvgNode[] {
  const offset = MARGIN + ROLE_WIDTH + GAP + index * (COLUMN_WIDTH + GAP);
  const left = leftOf(drawing, offset, COLUMN_WIDTH);
  const right = left + COLUMN_WIDTH;
  const lines = places.flatMap((place) => {
    const cell = place.row.cells[id];
    if (cell.kind !== 'nodes') return [];
    return cell.lines.map((nodes, i) => ({ nodes, y: place.top + ROW_PADDING + LINE * (i + 0.5) }));
  });
  const trunks = arrowTrunks(
    lines.map(({ nodes }) => nodes),
    trees.references,
  );
  const text = left + 12 + arrowRoom(trunks);
  return [
    ...headOf(id, { left, x: startOf(drawing, offset, COLUMN_WIDTH), end: places[0]?.top ?? 0 }, drawing),
    ...places.map(({ row, top: y, height }) => ruleOf(row.cells[id], id, { x: left + 1.5, y, height })),
    arrowsOf(trunks, id, { x: text, yOf: (line) => lines[line]?.y ?? 0 }),
    ...lines.map(({ nodes, y }) => svgLine(nodes, { x: text, y, right }, drawing)),
    ...places.flatMap(({ empty, top }) => emptyOf(empty[id], { text, right, top }, drawing)),
  ];
}

function headOf(
  id: ColumnId,
  { left, x, end }: { readonly left: number; readonly x: number; readonly end: number },
  { words }: Drawing,
): SvgNode[] {
  const { name, origin } = words.column(id);
  const { dir } = words;
  const along = dir === 'rtl' ? -1 : 1;
  const top = end - HEAD_HEIGHT;
  return [
    columnShape(id, { x: x + 6 * along, y: top + 13 }),
    svgText(name, { x: x + 20 * along, y: top + 18 }, HEAD, { fill: COLOURS.ink, dir }),
    svgText(origin, { x, y: top + 37 }, SMALL, { fill: COLOURS.muted, dir }),
    svg('path', { d: `M${left} ${end - 2}h${COLUMN_WIDTH}`, stroke: COLOURS[id], 'stroke-width': 3 }),
  ];
}

function emptyOf(
  lines: readonly string[],
  { text, right, top }: { readonly text: number; readonly right: number; readonly top: number },
  { words: { dir } }: Drawing,
): SvgNode[] {
  const x = dir === 'rtl' ? right - 4 : text;
  return lines.map((line, i) =>
    svgText(line, { x, y: top + ROW_PADDING + 15 + i * LINE }, SMALL, { fill: COLOURS.muted, dir }),
  );
}

/** The mark of a column: disc, square or diamond, so that nothing hangs on its colour. */
function columnShape(id: ColumnId, { x, y }: { readonly x: number; readonly y: number }): SvgNode {
  const fill = COLOURS[id];
  if (id === 'v1') return svg('circle', { cx: x, cy: y, r: 6, fill });
  if (id === 'v2s2') return svg('rect', { x: x - 6, y: y - 6, width: 12, height: 12, fill });
  return svg('path', { d: `M${x} ${y - 7.5}l7.5 7.5l-7.5 7.5l-7.5 -7.5z`, fill });
}

/** The rule beside a cell: solid for what is found, dashed for what is derived, grey where there is nothing. */
function ruleOf(cell: LayoutCell, id: ColumnId, { x, y, height }: { x: number; y: number; height: number }): SvgNode {
  const isFound = cell.kind === 'nodes' && cell.lines.flat().some(({ origin }) => origin === 'found');
  return svg('path', {
    d: `M${x} ${y}v${height}`,
    stroke: cell.kind === 'hole' ? COLOURS['line-strong'] : COLOURS[id],
    'stroke-width': 3,
    'stroke-dasharray': isFound ? undefined : '5 4',
  });
}

function arrowsOf(
  trunks: readonly ArrowTrunk[],
  id: ColumnId,
  place: { readonly x: number; readonly yOf: (line: number) => number },
): SvgNode {
  const paths = trunks.map((trunk) =>
    svg('path', {
      d: arrowPath(trunk, trunk.branches, place),
      'stroke-dasharray': trunk.branches.every(({ by }) => by === 'diff-id') ? '3 3' : undefined,
    }),
  );
  return svg('g', { fill: 'none', stroke: COLOURS[id], 'stroke-opacity': 0.6 }, ...paths);
}

function legend(drawing: Drawing, y: number): SvgNode[] {
  const { words, measure } = drawing;
  let offset = MARGIN;
  return (['found', 'derived', 'absent'] as const).flatMap((state) => {
    const text = words.state(state);
    const size = 18 + measure(text, SMALL);
    const mark = stateMark(state, { x: startOf(drawing, offset, 12) + (words.dir === 'rtl' ? -6 : 6), y: y - 4 });
    const x = startOf(drawing, offset + 18, size - 18);
    offset += size + 24;
    return [mark, svgText(text, { x, y }, SMALL, { fill: COLOURS.muted, dir: words.dir })];
  });
}
