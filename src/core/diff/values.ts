import type { JsonNode } from '../bytes/jsonTree';
import { LIMITS } from '../limits';
import type { Piece } from '../model/configView';
import type { CauseCode, ValueDiff } from '../model/imageDiff';
import type { Masks } from '../config/masks';
import { membersOf } from './jsonForms';
import { valuePieces } from './valuePieces';

/** Says what a difference at a place comes from: `isEmpty`, one has nothing there and the other says so. */
export type CauseOf = (key: readonly string[], isEmpty: boolean) => CauseCode | null;

/** Collects the values in which two documents differ. */
export class ValueDiffs {
  readonly values: ValueDiff[] = [];
  count = 0;
  /** How many there are of each cause. */
  readonly causes = new Map<CauseCode, number>();

  constructor(
    private readonly masks: Masks,
    private readonly causeOf: CauseOf,
  ) {}

  /** Objects by their members, all else as a whole. */
  compare(key: readonly string[], a: JsonNode | undefined, b: JsonNode | undefined): void {
    if (a?.type === 'object' && b?.type === 'object') {
      const [left, right] = [membersOf(a), membersOf(b)];
      this.each(key, left, right);
    } else if (!a || !b || !isSameValue(a, b)) this.add(key, a, b);
  }

  /** Things that are known by a name. */
  each(key: readonly string[], a: ReadonlyMap<string, JsonNode>, b: ReadonlyMap<string, JsonNode>): void {
    for (const name of new Set([...a.keys(), ...b.keys()])) this.compare([...key, name], a.get(name), b.get(name));
  }

  add(key: readonly string[], a: JsonNode | undefined, b: JsonNode | undefined): void {
    if (!a && !b) return;
    const cause = this.causeOf(key, isNothing(a) && isNothing(b));
    this.count++;
    if (cause) this.causes.set(cause, (this.causes.get(cause) ?? 0) + 1);
    if (this.values.length >= LIMITS.diffValues) return;
    const state = !a ? 'only-b' : !b ? 'only-a' : 'changed';
    const pieces = (node: JsonNode | undefined): readonly Piece[] | null =>
      node ? valuePieces(node, this.masks) : null;
    this.values.push({ key, state, a: pieces(a), b: pieces(b), cause });
  }
}

/** What Go leaves out where it may, or writes as a zero value. */
function isNothing(node: JsonNode | undefined): boolean {
  if (!node || node.type === 'null') return true;
  if (node.children) return node.children.length === 0;
  return node.value === '' || node.value === false || (node.type === 'number' && node.value === '0');
}

/** Whether two values are the same, whatever the order of members. */
export function isSameValue(a: JsonNode, b: JsonNode): boolean {
  if (a.type !== b.type) return false;
  if (!a.children || !b.children) return a.value === b.value;
  if (a.type === 'array') {
    const others = b.children;
    return a.children.length === others.length && a.children.every((each, at) => isSameAt(each, others[at]));
  }
  const [left, right] = [membersOf(a), membersOf(b)];
  return left.size === right.size && [...left].every(([name, node]) => isSameAt(node, right.get(name)));
}

function isSameAt(a: JsonNode, b: JsonNode | undefined): boolean {
  return b !== undefined && isSameValue(a, b);
}
