import type { LayoutNode, LayoutReference, NamedBy } from './layoutModel';

/** All that one node names, as one line with branches beside the tree. Lines of the tree are counted from the top, from 0. */
export interface ArrowTrunk {
  /** Id of the node that names. */
  readonly from: string;
  readonly line: number;
  readonly branches: readonly ArrowBranch[];
  /** How far from the text it runs; 0 is the nearest. */
  readonly lane: number;
}

export interface ArrowBranch {
  /** Id of the node that is named. */
  readonly to: string;
  readonly line: number;
  readonly by: NamedBy;
}

/** More would leave no room for the text. Those beyond run in the last one. */
const MOST_LANES = 5;

/** The arrows of a column whose lines are given from top to bottom: short ones near the text, none over another where there is room. What is named in its own line needs none. */
export function arrowTrunks(
  lines: readonly (readonly LayoutNode[])[],
  references: readonly LayoutReference[],
): ArrowTrunk[] {
  const lineOf = new Map(lines.flatMap((nodes, line) => nodes.map(({ id }) => [id, line] as const)));
  const branches = new Map<string, ArrowBranch[]>();
  for (const { from, to, by } of references) {
    const line = lineOf.get(to);
    if (line === undefined || lineOf.get(from) === undefined || lineOf.get(from) === line) continue;
    const known = branches.get(from);
    if (known) known.push({ to, line, by });
    else branches.set(from, [{ to, line, by }]);
  }
  const trunks = [...branches].map(([from, own]) => ({ from, line: lineOf.get(from) ?? 0, branches: own }));
  const lanes: (readonly [number, number])[][] = [];
  return trunks
    .map((trunk) => ({ trunk, reach: reachOf(trunk) }))
    .toSorted((a, b) => a.reach[1] - a.reach[0] - (b.reach[1] - b.reach[0]))
    .map(({ trunk, reach }): ArrowTrunk => {
      const free = lanes.findIndex((taken) => taken.every(([top, end]) => reach[1] <= top || reach[0] >= end));
      const lane = free < 0 ? Math.min(lanes.length, MOST_LANES - 1) : free;
      const taken = lanes[lane];
      if (taken) taken.push(reach);
      else lanes[lane] = [reach];
      return { ...trunk, lane };
    });
}

function reachOf({ line, branches }: Pick<ArrowTrunk, 'line' | 'branches'>): readonly [number, number] {
  const lines = [line, ...branches.map((branch) => branch.line)];
  return [Math.min(...lines), Math.max(...lines)];
}

/** Where arrows are drawn, in pixels. */
export interface ArrowPlace {
  /** Where the text begins: arrows are to the left of it. */
  readonly x: number;
  /** The middle of a line. */
  readonly yOf: (line: number) => number;
}

const BEFORE_TEXT = 4;
const LANE_WIDTH = 5;
const CORNER = 4;
const HEAD = 3.5;

/** Room that the lanes of these arrows take before the text. */
export function arrowRoom(trunks: readonly ArrowTrunk[]): number {
  const lanes = 1 + Math.max(-1, ...trunks.map(({ lane }) => lane));
  return lanes === 0 ? 0 : arrowReach(lanes);
}

/** How far from the text a lane is. */
export function arrowReach(lane: number): number {
  return BEFORE_TEXT + 2 * CORNER + lane * LANE_WIDTH;
}

/**
 * Arrows of one trunk as the `d` of an SVG path: out of the line that names, along the lane to the farthest line that is named, with
 * branches into the others. What they share is drawn once.
 */
export function arrowPath(
  trunk: Pick<ArrowTrunk, 'line' | 'lane'>,
  branches: readonly ArrowBranch[],
  { x, yOf }: ArrowPlace,
): string {
  const end = x - BEFORE_TEXT;
  const lane = x - arrowReach(trunk.lane);
  const from = yOf(trunk.line);
  const n = (value: number): string => `${Math.round(value * 10) / 10}`;
  const side = (lines: readonly number[], corner: number, farthest: number): string[] =>
    lines.map((line) => {
      const to = yOf(line);
      const way = `M${n(end)} ${n(from)}H${n(lane + CORNER)}Q${n(lane)} ${n(from)} ${n(lane)} ${n(from + corner)}V`;
      const start = line === farthest ? `${way}${n(to - corner)}` : `M${n(lane)} ${n(to - corner)}`;
      const head = `M${n(end - HEAD)} ${n(to - HEAD)}L${n(end)} ${n(to)}L${n(end - HEAD)} ${n(to + HEAD)}`;
      return `${start}Q${n(lane)} ${n(to)} ${n(lane + CORNER)} ${n(to)}H${n(end)}${head}`;
    });
  const lines = [...new Set(branches.map(({ line }) => line))];
  const below = lines.filter((line) => line > trunk.line);
  const above = lines.filter((line) => line < trunk.line);
  return [...side(below, CORNER, Math.max(...below)), ...side(above, -CORNER, Math.min(...above))].join('');
}
