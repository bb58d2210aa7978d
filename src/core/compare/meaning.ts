import { jsonTree, type JsonNode } from '../bytes/jsonTree';
import type { ManifestKind } from '../model/manifestForms';
import type { ManifestView, Place } from '../model/manifestTable';
import { EMPTY_BLOB } from '../model/schema1';

/** A document to be aligned with those of other forms. */
export interface MeaningDocument {
  readonly view: ManifestView;
  readonly kind: ManifestKind;
  readonly text: string;
  readonly root: JsonNode;
  /** What each place of a history is, in the order of the document; empty where there is none. */
  readonly steps: readonly Step[];
}

/** A value, and what it is among its siblings: the same id is the same thing in other forms. It has no `/`. */
export interface Meant {
  readonly id: string;
  readonly node: JsonNode;
  /** Null: what it stands in. */
  readonly place: Place | null;
}

/** A step of an image's history and the layer that it made, both counted from the base, from 1. */
interface Step {
  readonly number: number;
  /** Null of a step that made no layer. */
  readonly layer: number | null;
}

/** What schema 1 calls what later forms call otherwise (distribution manifest-v2-1, manifest-v2-2). */
const SCHEMA1_NAMES: ReadonlyMap<string, string> = new Map([
  ['fsLayers', 'layers'],
  ['blobSum', 'digest'],
]);

/** Members that are a thing of their own wherever they stand at the top. */
const PLACES: ReadonlyMap<string, Place> = new Map(
  (['config', 'annotations', 'signatures'] as const).map((kind) => [kind, { kind }]),
);

/** The document of a text; null when it is not JSON, or beyond the limits of walkJson. */
export function meaningDocument(view: ManifestView, kind: ManifestKind, text: string): MeaningDocument | null {
  const root = jsonTree(text);
  if (!root) return null;
  const steps = view === 'config' ? configSteps(root) : isSchema1(view, kind) ? schema1Steps(root) : [];
  return { view, kind, text, root, steps };
}

/** The members of the object, or the elements of the array, that is at `path` by meaning; null for elements that have no meaning of their own. */
export function meantIn(document: MeaningDocument, path: string, node: JsonNode): Meant[] | null {
  const children = node.children ?? [];
  if (node.type === 'object') return unique(membersOf(document, path, children));
  const known = elements(document, path, children);
  return known && unique(known);
}

/** Whether the document has the array at `path` the other way around: newest first. */
export function isReversed({ view, kind }: MeaningDocument, path: string): boolean {
  return isSchema1(view, kind) && (path === '/layers' || path === '/history');
}

/** The layer that a step of the document's history made; null of one that made none, or is not there. */
export function layerOfStep({ steps }: MeaningDocument, number: number): number | null {
  // Oldest first as in a config, or newest first as in schema 1.
  const step = [steps[number - 1], steps[steps.length - number]].find((each) => each?.number === number);
  return step?.layer ?? null;
}

/** The config of a kind is JSON of its own in schema 1, too: there only the manifest has other names. */
function isSchema1(view: ManifestView, kind: ManifestKind): boolean {
  return view === 'manifest' && kind === 'schema1';
}

function membersOf(document: MeaningDocument, path: string, nodes: readonly JsonNode[]): Meant[] {
  const members = nodes.map((node) => member(document, path, node));
  if (path !== '' || !isSchema1(document.view, document.kind)) return members;
  // What it is comes first and what vouches for it last, as in later forms; writers of schema 1 do not agree on it.
  return members.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ id }: Meant): number {
  return id === 'schemaVersion' ? 0 : id === 'signatures' ? 2 : 1;
}

function member({ view, kind }: MeaningDocument, path: string, node: JsonNode): Meant {
  const name = node.key ?? '';
  const id = (isSchema1(view, kind) ? SCHEMA1_NAMES.get(name) : undefined) ?? name;
  // In a config, `config` is how to run it, and no descriptor.
  return { id, node, place: path === '' && view !== 'config' ? (PLACES.get(id) ?? null) : null };
}

function elements(document: MeaningDocument, path: string, nodes: readonly JsonNode[]): Meant[] | null {
  const { view, steps } = document;
  if (isReversed(document, path)) {
    return nodes.map((node, index) => schema1Element(path, node, steps[index])).toReversed();
  }
  switch (`${view} ${path}`) {
    case 'manifest /layers':
    case 'config /rootfs/diff_ids':
      return nodes.map((node, index) => numbered('layer', index + 1, node));
    case 'config /history':
      return nodes.map((node, index) => numbered('step', index + 1, node));
    case 'list /manifests':
      return nodes.map(entry);
    default:
      return null;
  }
}

function numbered(kind: 'layer' | 'step', number: number, node: JsonNode): Meant {
  return { id: `${kind}:${number}`, node, place: { kind, number } };
}

/** A layer by its number, so that it meets that of later forms; what makes no layer, and every string of the history, by its step. */
function schema1Element(path: string, node: JsonNode, step: Step | undefined): Meant {
  const { number = 0, layer = null } = step ?? {};
  return path === '/layers' && layer !== null ? numbered('layer', layer, node) : numbered('step', number, node);
}

/** Entries meet by platform: what they name has another digest in every kind. What tells of another entry is of no platform. */
function entry(node: JsonNode, index: number): Meant {
  const platform = child(node, 'platform');
  const parts = ['os', 'architecture', 'variant', 'os.version'].flatMap((name) => textAt(platform, name) ?? []);
  const text = parts.length > 0 ? parts.join('/') : null;
  const id = `entry:${text ?? ''}${text?.startsWith('unknown/') ? `@${aboutPlatform(node)}` : ''}`;
  return { id, node, place: { kind: 'entry', number: index + 1, platform: text } };
}

/** BuildKit's attestations say by annotation what they are about. */
function aboutPlatform(node: JsonNode): string {
  return textAt(child(node, 'annotations'), 'vnd.docker.reference.digest') ?? '';
}

/** An id that is there before gets its number: keys may be given twice, and platforms too. */
function unique(meant: readonly Meant[]): Meant[] {
  const seen = new Map<string, number>();
  return meant.map((each) => {
    const count = (seen.get(each.id) ?? 0) + 1;
    seen.set(each.id, count);
    return { ...each, id: escapedId(count === 1 ? each.id : `${each.id}#${count}`) };
  });
}

/** An id that can be a step of a row's address. */
export function escapedId(id: string): string {
  return id.replaceAll('~', '~0').replaceAll('/', '~1');
}

function schema1Steps(root: JsonNode): Step[] {
  const blobs = child(root, 'fsLayers')?.children ?? [];
  const history = child(root, 'history')?.children ?? [];
  const count = Math.max(blobs.length, history.length);
  let layers = 0;
  const steps: Step[] = [];
  for (let index = count - 1; index >= 0; index--) {
    const layer = makesLayer(blobs[index], history[index]) ? ++layers : null;
    steps.push({ number: count - index, layer });
  }
  return steps.toReversed();
}

function configSteps(root: JsonNode): Step[] {
  let layers = 0;
  return (child(root, 'history')?.children ?? []).map((step, index) => {
    const layer = child(step, 'empty_layer')?.value === true ? null : ++layers;
    return { number: index + 1, layer };
  });
}

/** As core/formats/schema1Step has it: a step made a layer when its string does not say `throwaway`. */
function makesLayer(blob: JsonNode | undefined, history: JsonNode | undefined): boolean {
  const blobSum = textAt(blob, 'blobSum');
  if (blobSum === null) return false;
  const text = textAt(history, 'v1Compatibility') ?? '';
  // Most of very many strings need not be opened: a name without escapes is there as it is.
  if (blobSum !== EMPTY_BLOB && !/throwaway|\\u/.test(text)) return true;
  const tree = jsonTree(text);
  if (!tree) return blobSum !== EMPTY_BLOB;
  return child(tree, 'throwaway')?.value !== true;
}

function child(node: JsonNode | null | undefined, key: string): JsonNode | null {
  return (node?.type === 'object' ? node.children?.find((each) => each.key === key) : null) ?? null;
}

function textAt(node: JsonNode | null | undefined, key: string): string | null {
  const value = child(node, key);
  return value?.type === 'string' && typeof value.value === 'string' ? value.value : null;
}
