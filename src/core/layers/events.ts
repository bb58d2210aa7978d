import { copied } from '../bytes/copied';
import { FILE_CHANGES, type FileChange, type FileTree } from '../model/fileTree';

const FIRST = 1024;
const NONE = -1;

export interface NewEvent {
  readonly node: number;
  readonly layer: number;
  readonly row: number;
  readonly change: FileChange;
  readonly type: number;
  readonly mtime: number;
  readonly size: number;
  readonly target: number;
}

type Columns = Omit<FileTree['events'], 'count'>;

/** The events of a file tree as they happen. */
export class Events {
  count = 0;
  columns = sized(FIRST);
  private first = new Int32Array(FIRST).fill(NONE);
  private last = new Int32Array(FIRST).fill(NONE);

  /** Its number. */
  add({ node, layer, row, change, type, mtime, size, target }: NewEvent): number {
    const event = this.count++;
    if (event === this.columns.node.length) this.columns = sized(event * 2, this.columns);
    const { columns } = this;
    columns.node[event] = node;
    columns.layer[event] = layer;
    columns.row[event] = row;
    columns.change[event] = FILE_CHANGES.indexOf(change);
    columns.type[event] = type;
    columns.mtime[event] = mtime;
    columns.size[event] = size;
    columns.target[event] = target;
    columns.next[event] = NONE;
    if (node >= this.first.length) this.makeRoom(node);
    const before = this.last[node] ?? NONE;
    if (before === NONE) this.first[node] = event;
    else columns.next[before] = event;
    this.last[node] = event;
    return event;
  }

  /** First event of a node, or -1. */
  firstOf(node: number): number {
    return this.first[node] ?? NONE;
  }

  /** Last event of a node, or -1. */
  lastOf(node: number): number {
    return this.last[node] ?? NONE;
  }

  finish(nodes: number): { events: FileTree['events']; first: Int32Array<ArrayBuffer>; last: Int32Array<ArrayBuffer> } {
    this.makeRoom(nodes);
    return {
      events: { count: this.count, ...sized(this.count, this.columns) },
      first: this.first.slice(0, nodes),
      last: this.last.slice(0, nodes),
    };
  }

  private makeRoom(node: number): void {
    const room = Math.max(node + 1, this.first.length * 2);
    this.first = copied(new Int32Array(room).fill(NONE), this.first);
    this.last = copied(new Int32Array(room).fill(NONE), this.last);
  }
}

function sized(rows: number, old?: Columns): Columns {
  return {
    node: copied(new Int32Array(rows), old?.node),
    layer: copied(new Uint32Array(rows), old?.layer),
    row: copied(new Int32Array(rows), old?.row),
    change: copied(new Uint8Array(rows), old?.change),
    type: copied(new Uint8Array(rows), old?.type),
    mtime: copied(new Float64Array(rows), old?.mtime),
    size: copied(new Float64Array(rows), old?.size),
    target: copied(new Int32Array(rows), old?.target),
    next: copied(new Int32Array(rows), old?.next),
  };
}
