import type { Details, Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import { FILE_CHANGES, type FileChange, type FileTree } from '../model/fileTree';
import type { LayerFiles } from '../model/layerFiles';
import { MEMBER_TYPES, textAt, type MemberColumns, type MemberType } from '../model/members';
import { DiagnosticList } from '../tar/diagnosticList';
import { differs } from './differs';
import { Events } from './events';
import { Living } from './living';
import { Nodes } from './nodes';
import { PathParts } from './paths';
import { layerSums } from './sums';
import { whiteoutName } from './whiteouts';

const NONE = -1;
const ROOT = 0;
const typeIndex = (type: MemberType): number => MEMBER_TYPES.indexOf(type);
const DIRECTORY = typeIndex('directory');
const SYMLINK = typeIndex('symlink');
const HARDLINK = typeIndex('hardlink');
const FILE = typeIndex('file');
const SPARSE = typeIndex('sparse');
const REMOVED = FILE_CHANGES.indexOf('removed');

/** Applies layers, one over the other. */
export class Stacker {
  private readonly nodes = new Nodes();
  private readonly events = new Events();
  private readonly living = new Living();
  private readonly diagnostics = new DiagnosticList();
  private readonly applied = new Map<number, LayerFiles>();
  private readonly path = new PathParts();
  /** Nodes that a whiteout of the layer at work names. */
  private readonly whited = new Set<number>();
  private layer = 0;
  private files: LayerFiles | null = null;
  /** Where the last entry's folder is in the layer's text, and which node that is. */
  private last = { from: 0, to: -1, folder: NONE };
  private hops = 0;

  constructor() {
    this.imply(ROOT, NONE, 0);
  }

  /** Layers come from the base up. */
  apply(files: LayerFiles, layer: number): void {
    this.applied.set(layer, files);
    this.files = files;
    this.layer = layer;
    this.whited.clear();
    this.last = { from: 0, to: -1, folder: NONE };
    const { entries } = files;
    for (let row = 0; row < entries.count; row++) this.whiteout(entries, row);
    for (let row = 0; row < entries.count; row++) {
      if (this.nodes.count >= LIMITS.treeNodes) {
        this.say('too-many-members', 'warning', row, { count: this.nodes.count, limit: LIMITS.treeNodes });
        return;
      }
      this.entry(entries, row);
    }
  }

  finish(layers: number): FileTree {
    const { count } = this.nodes;
    const { events, first, last } = this.events.finish(count);
    const nodes = { count, parent: this.nodes.parent.slice(0, count), names: this.nodes.names(), first, last };
    return { layers, nodes, events, sums: layerSums(layers, events), diagnostics: this.diagnostics.finish() };
  }

  private read({ names }: MemberColumns, row: number): PathParts {
    return this.path.read(names.text, names.starts[row] ?? 0, names.starts[row + 1] ?? 0);
  }

  /** What a whiteout says; nothing for other entries. Only what is there from lower layers can be hidden: no entry of this one is applied yet. */
  private whiteout(entries: MemberColumns, row: number): void {
    const { names } = entries;
    const path = this.read(entries, row);
    if (path.count === 0) return;
    const from = path.starts[path.count - 1] ?? 0;
    const to = path.ends[path.count - 1] ?? 0;
    const what = whiteoutName(names.text, from, to);
    if (what.kind === 'none' || what.kind === 'metadata') return;
    if (what.kind === 'odd' || path.climbs) return this.odd(row, path.climbs ? 'parent' : 'name');
    if (entries.type[row] !== FILE) this.odd(row, 'type');
    else if ((entries.size[row] ?? 0) > 0) this.odd(row, 'content');
    const folder = this.walk(path, path.count - 1, row, false);
    if (folder === NONE) return;
    if (what.kind === 'opaque') return this.living.clear(folder, (node) => this.removed(node, row));
    const node = this.nodes.find(folder, names.text, what.nameAt, to);
    if (node === NONE) {
      // It hides nothing now; the entry that may follow is looked for by its name.
      this.whited.add(this.nodes.findOrAdd(folder, names.text, what.nameAt, to));
      return;
    }
    this.whited.add(node);
    if (this.living.eventOf(node) !== NONE) this.living.end(node, folder, (each) => this.removed(each, row));
  }

  private entry(entries: MemberColumns, row: number): void {
    const { names } = entries;
    const path = this.read(entries, row);
    if (path.climbs) return;
    const type = entries.type[row] ?? 0;
    if (path.count === 0) {
      if (type === DIRECTORY) this.put(ROOT, NONE, row, type);
      return;
    }
    for (let part = 0; part < path.count; part++) {
      const { kind } = whiteoutName(names.text, path.starts[part] ?? 0, path.ends[part] ?? 0);
      if (kind === 'none') continue;
      if (part < path.count - 1 && kind !== 'metadata') this.odd(row, 'folder');
      return;
    }
    const from = path.starts[path.count - 1] ?? 0;
    const to = path.ends[path.count - 1] ?? 0;
    const folder = this.folderOf(names.starts[row] ?? 0, from, row);
    if (folder === NONE) return this.say('tar-link-loop', 'warning', row);
    const node = this.nodes.findOrAdd(folder, names.text, from, to);
    if (this.whited.has(node)) this.odd(row, 'same-layer');
    if (type !== DIRECTORY) this.living.clear(node, (each) => this.removed(each, row));
    this.put(node, folder, row, type);
  }

  /** The folder of the path that begins at `start` and whose last component begins at `from`: most entries have the folder of the one before. */
  private folderOf(start: number, from: number, row: number): number {
    const { last, path } = this;
    const length = from - start;
    const isSame =
      length === last.to - last.from &&
      isDirectory(this.events.columns.type, this.living.eventOf(last.folder)) &&
      isSameRange(path.text, start, last.from, length);
    if (isSame) return last.folder;
    const folder = this.walk(path, path.count - 1, row, true);
    this.last = { from: start, to: from, folder };
    return folder;
  }

  /** The folder that the first `count` components lead to; -1 when they lead to none, or are not to be made where they are missing. */
  private walk(path: PathParts, count: number, row: number, create: boolean): number {
    this.hops = 0;
    return this.follow(ROOT, path, count, row, create);
  }

  private follow(from: number, path: PathParts, count: number, row: number, create: boolean): number {
    let node = from;
    for (let part = 0; part < count && node !== NONE; part++) {
      if (path.isParent(part)) {
        node = node === ROOT ? ROOT : (this.nodes.parent[node] ?? ROOT);
        continue;
      }
      const start = path.starts[part] ?? 0;
      const end = path.ends[part] ?? 0;
      const child = create
        ? this.nodes.findOrAdd(node, path.text, start, end)
        : this.nodes.find(node, path.text, start, end);
      node = child === NONE ? NONE : this.enter(child, node, row, create);
    }
    return node;
  }

  /** The folder that `node` is or leads to. */
  private enter(node: number, folder: number, row: number, create: boolean): number {
    const event = this.living.eventOf(node);
    const type = event === NONE ? NONE : (this.events.columns.type[event] ?? NONE);
    if (type === DIRECTORY) return node;
    if (type === SYMLINK) return this.throughLink(event, folder, row, create);
    if (!create) return NONE;
    this.imply(node, folder, this.layer);
    return node;
  }

  /** A folder that no entry is of, but that others are in. */
  private imply(node: number, folder: number, layer: number): void {
    const made = {
      node,
      layer,
      row: NONE,
      change: 'implied',
      type: DIRECTORY,
      mtime: 0,
      size: 0,
      target: NONE,
    } as const;
    this.living.put(node, folder, this.events.add(made));
  }

  private throughLink(event: number, folder: number, row: number, create: boolean): number {
    if (++this.hops > LIMITS.fileLinkHops) return NONE;
    const { layer, row: linkRow } = this.events.columns;
    const links = this.applied.get(layer[event] ?? 0)?.entries.links;
    if (!links) return NONE;
    const at = linkRow[event] ?? 0;
    const target = new PathParts().read(links.text, links.starts[at] ?? 0, links.starts[at + 1] ?? 0);
    if (create && this.hops === 1) this.say('layer-through-link', 'info', row);
    return this.follow(target.isAbsolute ? ROOT : folder, target, target.count, row, create);
  }

  private put(node: number, folder: number, row: number, type: number): void {
    const { columns } = this.events;
    const before = this.living.eventOf(node);
    const entries = this.files?.entries;
    if (!entries) return;
    const isAgain = before !== NONE && columns.layer[before] === this.layer && (columns.row[before] ?? NONE) !== NONE;
    if (isAgain) this.say('tar-duplicate-member', 'info', row);
    const size = type === FILE || type === SPARSE ? (entries.size[row] ?? 0) : 0;
    const target = type === HARDLINK ? this.linked(node, entries, row) : NONE;
    const change = this.changeOf(before, entries, row);
    const mtime = entries.mtime[row] ?? 0;
    this.living.put(node, folder, this.events.add({ node, layer: this.layer, row, change, type, mtime, size, target }));
  }

  private changeOf(before: number, entries: MemberColumns, row: number): FileChange {
    if (before === NONE) return 'added';
    const { columns } = this.events;
    const layer = columns.layer[before] ?? 0;
    const rowBefore = columns.row[before] ?? NONE;
    const change = FILE_CHANGES[columns.change[before] ?? 0] ?? 'added';
    if (layer === this.layer) return change === 'implied' ? this.beforeImplied(before) : change;
    const old = this.applied.get(layer)?.entries;
    if (!old || rowBefore === NONE) return change === 'implied' && columns.node[before] === ROOT ? 'added' : 'changed';
    return differs(old, rowBefore, entries, row) ? 'changed' : 'repeated';
  }

  /** A folder was made for what is in it; now it gets an entry of its own. Whether something was there before. */
  private beforeImplied(event: number): FileChange {
    const { columns } = this.events;
    const node = columns.node[event] ?? ROOT;
    let previous = NONE;
    for (let at = this.events.firstOf(node); at !== event && at !== NONE; at = columns.next[at] ?? NONE) previous = at;
    return previous === NONE || columns.change[previous] === REMOVED ? 'added' : 'changed';
  }

  /** The event that stored the bytes a hard link leads to. */
  private linked(node: number, { links }: MemberColumns, row: number): number {
    const path = new PathParts().read(links.text, links.starts[row] ?? 0, links.starts[row + 1] ?? 0);
    const folder = path.count === 0 || path.climbs ? NONE : this.walk(path, path.count - 1, row, false);
    const end = path.count - 1;
    const target =
      folder === NONE ? NONE : this.nodes.find(folder, links.text, path.starts[end] ?? 0, path.ends[end] ?? 0);
    const event = target === NONE || target === node ? NONE : this.living.eventOf(target);
    const { type, target: leads } = this.events.columns;
    if (event !== NONE && type[event] === HARDLINK && leads[event] !== NONE) return leads[event] ?? NONE;
    if (event !== NONE && type[event] !== DIRECTORY && type[event] !== HARDLINK) return event;
    this.say('tar-link-broken', 'warning', row, { reason: path.climbs ? 'outside' : 'missing' });
    return NONE;
  }

  private removed(node: number, row: number): void {
    const gone = { node, layer: this.layer, row, change: 'removed', mtime: 0, size: 0, target: NONE } as const;
    const { type } = this.events.columns;
    this.events.add({ ...gone, type: type[this.events.lastOf(node)] ?? FILE });
  }

  private odd(row: number, reason: string): void {
    this.say('whiteout-odd', 'warning', row, { reason });
  }

  private say(code: Diagnostic['code'], severity: Diagnostic['severity'], row: number, details: Details = {}): void {
    if (!this.files) return;
    const { entries, path: layer } = this.files;
    // Some are as many as there are entries: only names that are told are made.
    if (!this.diagnostics.isWanted(code)) return this.diagnostics.add(code, severity, details);
    this.diagnostics.add(code, severity, details, {
      path: textAt(entries.names, row),
      offset: entries.header[row] ?? 0,
      layer,
    });
  }
}

function isDirectory(types: Uint8Array, event: number): boolean {
  return event !== NONE && types[event] === DIRECTORY;
}

function isSameRange(text: Uint8Array, a: number, b: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (text[a + at] !== text[b + at]) return false;
  return true;
}
