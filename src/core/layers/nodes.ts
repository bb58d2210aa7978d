import { copied } from '../bytes/copied';
import type { TextColumn } from '../model/members';

const FIRST = 1024;
const NONE = -1;

/** The paths of a file tree as they are met: each folder's names are found by a hash of their bytes, so that no path is ever a string. */
export class Nodes {
  count = 1;
  parent = new Int32Array(FIRST).fill(NONE, 0, 1);
  private text = new Uint8Array(FIRST * 16);
  private starts = new Uint32Array(FIRST + 1);
  /** Open addressing: a node, or 0 for a free place (the root is never looked for). */
  private table = new Int32Array(FIRST * 2);
  private hashes = new Uint32Array(FIRST);
  /** Names that hash alike cannot be made without knowing it. Nothing that comes out hangs on it. */
  private readonly seed = Math.floor(Math.random() * 2 ** 32);

  /** The node of `name` (bytes `from` to `to`) in a folder, or -1. */
  find(folder: number, name: Uint8Array, from: number, to: number): number {
    const node = this.table[this.place(folder, name, from, to, hashOf(this.seed ^ folder, name, from, to))] ?? 0;
    return node === 0 ? NONE : node;
  }

  /** The same, made when it is not there. */
  findOrAdd(folder: number, name: Uint8Array, from: number, to: number): number {
    const hash = hashOf(this.seed ^ folder, name, from, to);
    const place = this.place(folder, name, from, to, hash);
    const found = this.table[place] ?? 0;
    if (found !== 0) return found;
    const node = this.count++;
    if (node === this.parent.length) this.grow();
    this.parent[node] = folder;
    this.hashes[node] = hash;
    const start = this.starts[node] ?? 0;
    const end = start + to - from;
    if (end > this.text.length) this.text = copied(new Uint8Array(end * 2), this.text);
    this.text.set(name.subarray(from, to), start);
    this.starts[node + 1] = end;
    this.table[place] = node;
    if (this.count * 2 > this.table.length) this.rehash();
    return node;
  }

  names(): TextColumn {
    const starts = this.starts.slice(0, this.count + 1);
    return { text: this.text.slice(0, starts[this.count]), starts };
  }

  private place(folder: number, name: Uint8Array, from: number, to: number, hash: number): number {
    const mask = this.table.length - 1;
    let place = hash & mask;
    for (let node = this.table[place] ?? 0; node !== 0; node = this.table[place] ?? 0) {
      if (this.hashes[node] === hash && this.parent[node] === folder && this.isNamed(node, name, from, to)) break;
      place = (place + 1) & mask;
    }
    return place;
  }

  private isNamed(node: number, name: Uint8Array, from: number, to: number): boolean {
    const start = this.starts[node] ?? 0;
    if ((this.starts[node + 1] ?? 0) - start !== to - from) return false;
    for (let at = from; at < to; at++) if (this.text[start + at - from] !== name[at]) return false;
    return true;
  }

  private grow(): void {
    const room = this.parent.length * 2;
    this.parent = copied(new Int32Array(room), this.parent);
    this.hashes = copied(new Uint32Array(room), this.hashes);
    this.starts = copied(new Uint32Array(room + 1), this.starts);
  }

  private rehash(): void {
    const mask = this.table.length * 2 - 1;
    this.table = new Int32Array(mask + 1);
    for (let node = 1; node < this.count; node++) {
      let place = (this.hashes[node] ?? 0) & mask;
      while (this.table[place] !== 0) place = (place + 1) & mask;
      this.table[place] = node;
    }
  }
}

/** FNV-1a with a last mixing, so that names that differ in their last byte do not stand in a row. */
function hashOf(folder: number, name: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 ^ folder;
  hash = Math.imul(hash, 0x01000193);
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (name[at] ?? 0), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
