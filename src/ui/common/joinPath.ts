/** A cell that is joined to another, and in it what is meant: in pixels, of the same origin. */
export interface JoinCell {
  readonly left: number;
  readonly right: number;
  /** The middle of what is meant. */
  readonly y: number;
  /** How far text and marks reach at that height. */
  readonly from: number;
  readonly to: number;
}

export interface JoinEnds {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** On the rule or the outline of a cell. */
const EDGE = 1;
const BESIDE_TEXT = 6;
/** A join begins at most so far inside of a cell: left of the text is room that arrows take. */
const MOST_BEFORE = 8;
const MOST_AFTER = 28;
const SAG = 9;

/** From where to where two neighbours are joined: out of the blank of one into that of the other, over no text. */
export function joinEnds(a: JoinCell, b: JoinCell): JoinEnds {
  const [left, right] = a.left <= b.left ? [a, b] : [b, a];
  return {
    x1: Math.min(Math.max(left.to + BESIDE_TEXT, left.right - MOST_AFTER), left.right - EDGE),
    y1: left.y,
    x2: Math.max(Math.min(right.from - BESIDE_TEXT, right.left + MOST_BEFORE), right.left + EDGE),
    y2: right.y,
  };
}

/** A cubic curve as the `d` of an SVG path: as a cord hangs, and less so where its ends are not at one height. */
export function joinPath({ x1, y1, x2, y2 }: JoinEnds): string {
  const along = (x2 - x1) / 2;
  const sag = Math.max(0, SAG - Math.abs(y2 - y1));
  const n = (value: number): string => `${Math.round(value * 10) / 10}`;
  return `M${n(x1)} ${n(y1)}C${n(x1 + along)} ${n(y1 + sag)} ${n(x2 - along)} ${n(y2 + sag)} ${n(x2)} ${n(y2)}`;
}
