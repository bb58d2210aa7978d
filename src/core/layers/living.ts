import { copied } from '../bytes/copied';

const FIRST = 1024;
const NONE = -1;

/** Which nodes are there, by the event that put them there, and which of them are in a folder. */
export class Living {
  private events = new Int32Array(FIRST).fill(NONE);
  private firstChild = new Int32Array(FIRST).fill(NONE);
  private next = new Int32Array(FIRST).fill(NONE);
  private previous = new Int32Array(FIRST).fill(NONE);

  /** The event that made the node what it is; -1 when it is not there. */
  eventOf(node: number): number {
    return this.events[node] ?? NONE;
  }

  /** The node is there, by this event; it may have been before. `folder` is -1 of the root. */
  put(node: number, folder: number, event: number): void {
    if (node >= this.events.length) this.makeRoom(node);
    const wasThere = this.events[node] !== NONE;
    this.events[node] = event;
    if (wasThere || folder === NONE) return;
    const first = this.firstChild[folder] ?? NONE;
    this.next[node] = first;
    this.previous[node] = NONE;
    if (first !== NONE) this.previous[first] = node;
    this.firstChild[folder] = node;
  }

  /** Takes everything in the folder away, what is deepest last; `onEnd` is told of each. */
  clear(folder: number, onEnd: (node: number) => void): void {
    const rest: number[] = [];
    const push = (of: number): void => {
      for (let child = this.firstChild[of] ?? NONE; child !== NONE; child = this.next[child] ?? NONE) rest.push(child);
      this.firstChild[of] = NONE;
    };
    push(folder);
    for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
      push(node);
      this.events[node] = NONE;
      onEnd(node);
    }
  }

  /** Takes the node and everything in it away. */
  end(node: number, folder: number, onEnd: (node: number) => void): void {
    const next = this.next[node] ?? NONE;
    const previous = this.previous[node] ?? NONE;
    if (previous === NONE) this.firstChild[folder] = next;
    else this.next[previous] = next;
    if (next !== NONE) this.previous[next] = previous;
    this.events[node] = NONE;
    onEnd(node);
    this.clear(node, onEnd);
  }

  private makeRoom(node: number): void {
    const room = Math.max(node + 1, this.events.length * 2);
    const larger = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> =>
      copied(new Int32Array(room).fill(NONE), old);
    this.events = larger(this.events);
    this.firstChild = larger(this.firstChild);
    this.next = larger(this.next);
    this.previous = larger(this.previous);
  }
}
