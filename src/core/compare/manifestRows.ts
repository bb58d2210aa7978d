import type { JsonNode } from '../bytes/jsonTree';
import { LIMITS } from '../limits';
import type { Digest } from '../model/digest';
import { MANIFEST_KINDS } from '../model/manifestForms';
import {
  KIND_PAIRS,
  type AlignedTable,
  type KindPair,
  type ManifestView,
  type Place,
  type RowState,
  type StateCounts,
  type TableCell,
  type TableRow,
} from '../model/manifestTable';
import { layerPart, type Part } from '../model/representation';
import { firstCell, isOpen, lastCell, valueState } from './cells';
import { byKind, byPair, ofPair, type ByKind, type ByPair } from './kinds';
import { escapedId, isReversed, layerOfStep, meantIn, type MeaningDocument, type Meant } from './meaning';
import { mergedSiblings, movedIds, type Sibling } from './siblings';

/** Characters of names whose order is kept: more are met once. */
const REMEMBERED = 1_000;

/**
 * Documents of one view printed one value a line and aligned by what each value means, whatever line it is on: members by name
 * (of schema 1, by what later forms call them), layers by number from the base, entries of a list by platform. `own` are the digests
 * of the image's manifests, by which its entry of a list is known.
 */
export function manifestRows(
  documents: ByKind<MeaningDocument | null>,
  own: ReadonlySet<Digest> = new Set(),
): AlignedTable {
  const builder = new TableBuilder(documents, own);
  const view = MANIFEST_KINDS.map((kind) => documents[kind]?.view).find((each) => each !== undefined) ?? 'manifest';
  const roots = byKind((kind) => {
    const document = documents[kind];
    return document && { id: '', node: document.root, place: null };
  });
  const spot: Spot = { key: '', place: { kind: 'whole' }, part: WHOLE[view], depth: 0, lone: byPair(() => false) };
  builder.value(
    spot,
    roots,
    byKind(() => true),
  );
  return { rows: builder.rows, rowCount: builder.rowCount, counts: builder.counts };
}

/** The part that a view as a whole tells of. */
const WHOLE: Readonly<Record<ManifestView, Part>> = { manifest: 'manifest', config: 'config', list: 'pointer' };

/** Where a value stands. */
interface Spot {
  readonly key: string;
  readonly place: Place;
  readonly part: Part | null;
  readonly depth: number;
  /** Only one of the two forms has what it stands in. */
  readonly lone: ByPair<boolean>;
  /** It has another place among its siblings. */
  readonly moved?: ByPair<boolean>;
}

class TableBuilder {
  readonly rows: TableRow[] = [];
  rowCount = 0;
  readonly counts: Record<KindPair, Record<keyof StateCounts, number>> = byPair(() => ({
    renamed: 0,
    structure: 0,
    digest: 0,
    value: 0,
    order: 0,
  }));

  private readonly merged = new Map<string, readonly Sibling[]>();

  constructor(
    private readonly documents: ByKind<MeaningDocument | null>,
    private readonly own: ReadonlySet<Digest>,
  ) {}

  /** The rows of one value in every kind; `last` says where no sibling follows. */
  value(spot: Spot, values: ByKind<Meant | null>, last: ByKind<boolean>): void {
    const states = byPair((pair) => this.stateOf(pair, spot, values));
    this.add(spot, states, () => this.first(spot, values, last));
    for (const pair of KIND_PAIRS) {
      const state = states[pair];
      if (state !== null && state !== 'same' && !spot.lone[pair]) this.counts[pair][state]++;
    }
    if (MANIFEST_KINDS.every((kind) => !opened(values[kind]))) return;
    const lone = byPair((pair) => spot.lone[pair] || states[pair] === 'structure');
    this.children({ ...spot, lone }, values);
    this.add(
      { ...spot, key: `${spot.key}~end` },
      byPair((pair) => (states[pair] === 'structure' ? 'structure' : null)),
      () =>
        byKind((kind) => {
          const node = opened(values[kind]);
          return node && lastCell(node, spot.depth, !last[kind]);
        }),
    );
  }

  /** Null where a form has no document at all: what is not there cannot differ. */
  private stateOf(pair: KindPair, { lone, moved }: Spot, values: ByKind<Meant | null>): RowState | null {
    const [a, b] = ofPair(pair, values);
    if (ofPair(pair, this.documents).includes(null) || (!a && !b)) return null;
    if (!a || !b || lone[pair]) return 'structure';
    const state = valueState(a.node, b.node);
    return state === 'same' && moved?.[pair] ? 'order' : state;
  }

  private first(spot: Spot, values: ByKind<Meant | null>, last: ByKind<boolean>): ByKind<TableCell | null> {
    return byKind((kind) => {
      const document = this.documents[kind];
      const node = values[kind]?.node;
      if (!document || !node) return null;
      const cell = firstCell(document.text, node, spot.depth, !last[kind]);
      return node.type === 'array' && isReversed(document, spot.key) ? { ...cell, reversed: true } : cell;
    });
  }

  private children(spot: Spot, values: ByKind<Meant | null>): void {
    const lists = this.lists(spot.key, values);
    for (const { id, index, moved, last } of this.siblings(byKind((kind) => lists[kind].map((meant) => meant.id)))) {
      const meant = byKind((kind) => lists[kind][index[kind]] ?? null);
      const place = (meant.schema1 ?? meant.schema2 ?? meant.oci)?.place ?? null;
      const part = place ? this.partOf(place, meant) : spot.part;
      const { lone, depth } = spot;
      this.value(
        { key: `${spot.key}/${id}`, place: place ?? spot.place, part, depth: depth + 1, lone, moved },
        meant,
        last,
      );
    }
  }

  /** Objects of the same members are met again and again: layers, steps, entries. */
  private siblings(ids: ByKind<readonly string[]>): readonly Sibling[] {
    // No id has a `/`, or a `~` before another.
    const names = MANIFEST_KINDS.map((kind) => ids[kind].map((id) => `/${id}`).join('')).join('~~');
    let merged = this.merged.get(names);
    if (!merged) {
      merged = mergedSiblings(ids);
      if (names.length < REMEMBERED) this.merged.set(names, merged);
    }
    return merged;
  }

  /** The members or elements in each form. Elements without a meaning of their own meet by place, or where some are left out by what they are. */
  private lists(key: string, values: ByKind<Meant | null>): ByKind<readonly Meant[]> {
    const known = byKind((kind) => {
      const node = opened(values[kind]);
      const document = this.documents[kind];
      return node && document ? (meantIn(document, key, node) ?? node.children ?? []) : [];
    });
    const leftOut = areLeftOut(MANIFEST_KINDS.flatMap((kind) => (isPlain(known[kind]) ? [known[kind]] : [])));
    return byKind((kind) => {
      const list = known[kind];
      return isPlain(list) ? (leftOut ? byText : byIndex)(list) : list;
    });
  }

  /** What a thing of its own tells of: a layer, the config, or of a list the image on screen. */
  private partOf(place: Place, meant: ByKind<Meant | null>): Part | null {
    switch (place.kind) {
      case 'config':
        return 'config';
      case 'layer':
        return layerPart(place.number - 1);
      case 'step': {
        const documents = MANIFEST_KINDS.flatMap((kind) => (meant[kind] ? (this.documents[kind] ?? []) : []));
        const layer = documents.map((document) => layerOfStep(document, place.number)).find((each) => each !== null);
        return layer === undefined || layer === null ? null : layerPart(layer - 1);
      }
      case 'entry':
        return MANIFEST_KINDS.some((kind) => this.own.has(digestOf(meant[kind]))) ? 'manifest' : null;
      case 'whole':
      case 'annotations':
      case 'signatures':
        return 'manifest';
    }
  }

  private add({ key, place, part }: Spot, states: TableRow['states'], cells: () => TableRow['cells']): void {
    this.rowCount++;
    if (this.rows.length < LIMITS.manifestRows) this.rows.push({ key, place, part, cells: cells(), states });
  }
}

function isPlain(list: readonly Meant[] | readonly JsonNode[]): list is readonly JsonNode[] {
  return list.length > 0 && list.every((each) => 'pointer' in each);
}

/** Whether lists differ by scalars that some have and others have not, and by nothing else. */
function areLeftOut(lists: readonly (readonly JsonNode[])[]): boolean {
  if (new Set(lists.map(({ length }) => length)).size < 2 || lists.flat().some(isOpen)) return false;
  const ids = lists.map((list) => byText(list).map(({ id }) => id));
  return ids.every((a, index) => ids.slice(index + 1).every((b) => movedIds(a, b).size === 0));
}

function byIndex(nodes: readonly JsonNode[]): Meant[] {
  return nodes.map((node, index) => ({ id: `${index}`, node, place: null }));
}

function byText(nodes: readonly JsonNode[]): Meant[] {
  const seen = new Map<string, number>();
  return nodes.map((node) => {
    const text = `${node.type} ${String(node.value)}`;
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return { id: escapedId(`${text}#${count}`), node, place: null };
  });
}

function opened(meant: Meant | null): JsonNode | null {
  return meant && isOpen(meant.node) ? meant.node : null;
}

function digestOf(meant: Meant | null): Digest {
  const digest = meant?.node.children?.find(({ key }) => key === 'digest');
  return typeof digest?.value === 'string' ? digest.value : '';
}
