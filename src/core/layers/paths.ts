import { copied } from '../bytes/copied';

const SLASH = 0x2f;
const DOT = 0x2e;

/** The components of a stored path: bytes `starts[i]` to `ends[i]` of `text`. Used again for the next path. */
export class PathParts {
  text = new Uint8Array(0);
  count = 0;
  /** It has a `..`. */
  climbs = false;
  /** It begins with a slash. */
  isAbsolute = false;
  starts = new Uint32Array(64);
  ends = new Uint32Array(64);

  /** Reads the path in `text` from `from` to `to`; empty components and `.` are none. `..` is one. */
  read(text: Uint8Array<ArrayBuffer>, from: number, to: number): this {
    this.text = text;
    this.count = 0;
    this.climbs = false;
    this.isAbsolute = text[from] === SLASH && from < to;
    let start = from;
    for (let at = from; at <= to; at++) {
      if (at < to && text[at] !== SLASH) continue;
      const length = at - start;
      if (length > 0 && !(length === 1 && text[start] === DOT)) this.add(start, at);
      start = at + 1;
    }
    return this;
  }

  isParent(part: number): boolean {
    const start = this.starts[part] ?? 0;
    return (this.ends[part] ?? 0) - start === 2 && this.text[start] === DOT && this.text[start + 1] === DOT;
  }

  private add(start: number, end: number): void {
    if (this.count === this.starts.length) {
      const room = this.count * 2;
      this.starts = copied(new Uint32Array(room), this.starts);
      this.ends = copied(new Uint32Array(room), this.ends);
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    if (this.isParent(this.count)) this.climbs = true;
    this.count++;
  }
}
