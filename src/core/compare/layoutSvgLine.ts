import { COLOURS } from '../picture/colours';
import { svg, type SvgNode } from '../picture/svg';
import { FONT_FAMILIES, fitted, svgText, type Measure, type TextStyle } from '../picture/text';
import type { LayoutNode } from './layoutModel';
import { lineParts, lineSize, shortPath, stateOf, type LayoutWords, type NodeState } from './layoutWords';

export const SMALL: TextStyle = { family: 'sans', size: 12 };
const MONO: TextStyle = { family: 'mono', size: 12 };

/** One line of a tree: its mark, the folder, the files in it, their size at the right. The whole paths are its title. */
export function svgLine(
  nodes: readonly LayoutNode[],
  { x, y, right }: { readonly x: number; readonly y: number; readonly right: number },
  { words, measure }: { readonly words: LayoutWords; readonly measure: Measure },
): SvgNode {
  const { folder, names } = lineParts(nodes);
  const [first] = nodes;
  const size = lineSize(nodes);
  const amount = size === null ? '' : words.size(size);
  const room = right - x - 20 - measure(amount, SMALL) - 10;
  const shownFolder = words.path(shortPath(folder));
  const shown = fitted(
    `${shownFolder}${names.map((name) => words.path(shortPath(name))).join('\u00a0\u00a0')}`,
    room,
    MONO,
    measure,
  );
  const cut = Math.min(shownFolder.length, shown.length);
  const path = nodes.map((node) => words.path(node.path)).join(' ');
  return svg(
    'g',
    {},
    svg('title', {}, `${path} (${words.state(first ? stateOf(first) : 'found')})`),
    ...(first ? [stateMark(stateOf(first), { x: x + 6, y })] : []),
    svg(
      'text',
      {
        x: x + 18,
        y: y + 4,
        direction: 'ltr',
        'font-family': FONT_FAMILIES.mono,
        'font-size': MONO.size,
        fill: COLOURS.ink,
      },
      svg('tspan', { fill: COLOURS.muted }, shown.slice(0, cut)),
      svg('tspan', { 'font-weight': 600 }, shown.slice(cut)),
    ),
    svgText(amount, { x: right, y: y + 4 }, SMALL, { fill: COLOURS.muted, anchor: 'end' }),
  );
}

/** A square for what is there, a dashed ring for what is derived, a struck ring for what is absent. */
export function stateMark(state: NodeState, { x, y }: { readonly x: number; readonly y: number }): SvgNode {
  const look = { fill: 'none', stroke: COLOURS.muted, 'stroke-width': 1.3 };
  if (state === 'found') {
    return svg('path', { ...look, d: `M${x - 4.5} ${y - 4.5}h9v9h-9zM${x - 1.5} ${y - 1.5}h3v3h-3z` });
  }
  if (state === 'derived') return svg('circle', { ...look, cx: x, cy: y, r: 4.5, 'stroke-dasharray': '2 2' });
  const ring = `M${x - 4.5} ${y}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0M${x + 3.5} ${y - 3.5}l-7 7`;
  return svg('path', { ...look, d: ring });
}
