import { walkJson, type JsonScalar, type JsonVisitor } from '../bytes/jsonWalk';
import { LIMITS } from '../limits';
import type { Digest } from '../model/digest';
import type { LayerToc, TocProblem } from '../model/toc';

/** What a TOC says, as far as it could be read. */
export interface TocSummary extends Pick<LayerToc, 'version' | 'entries' | 'types' | 'problem'> {
  readonly tarSplitDigest: Digest | null;
}

/** The version that both formats have; readers refuse any other. */
const VERSION = 1;
/** The types of entries that there are, chunks of files among them. */
const TYPES: ReadonlySet<string> = new Set([
  'dir',
  'reg',
  'symlink',
  'hardlink',
  'char',
  'block',
  'fifo',
  'chunk',
] as const);

/** Counts what is in a TOC without holding it as a value: there may be hundreds of thousands of entries. `end` is where the files of the layer end. */
export function summariseToc(text: string, end: number): TocSummary {
  const visitor = new TocVisitor(end);
  const problem = walkJson(text, visitor, LIMITS.tocTokens);
  if (problem) return { ...UNREAD, problem: problem.kind === 'too-many-tokens' ? 'too-large' : 'not-json' };
  return visitor.summary();
}

export const UNREAD = { version: null, entries: null, types: [], tarSplitDigest: null } as const;

class TocVisitor implements JsonVisitor {
  private depth = 0;
  private isObject = false;
  /** The member of the TOC itself, and of one entry, whose value comes. */
  private member = '';
  private field = '';
  private version: number | null = null;
  private entries: number | null = null;
  private tarSplitDigest: Digest | null = null;
  private isOutside = false;
  private readonly counts = new Map<string, number>();

  constructor(private readonly end: number) {}

  open(type: 'object' | 'array'): void {
    if (this.depth === 0) this.isObject = type === 'object';
    if (this.depth === 1 && this.member === 'entries' && type === 'array') this.entries = 0;
    if (this.depth === 2 && this.isEntry() && type === 'object') this.entries = (this.entries ?? 0) + 1;
    this.depth++;
  }

  key(name: string): void {
    if (this.depth === 1) this.member = name;
    else if (this.depth === 3) this.field = name;
  }

  scalar(value: JsonScalar, raw: string): void {
    if (this.depth === 1 && this.isObject) this.own(value, raw);
    else if (this.depth === 3 && this.isEntry()) this.ofEntry(value, raw);
  }

  close(): void {
    this.depth--;
  }

  summary(): TocSummary {
    const { version, entries, counts, tarSplitDigest } = this;
    const types = [...counts].map(([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count);
    return { version, entries, types, tarSplitDigest, problem: this.problem() };
  }

  private problem(): TocProblem | null {
    if (this.entries === null) return 'shape';
    if (this.version !== VERSION) return 'version';
    return this.isOutside ? 'entry-outside' : null;
  }

  private isEntry(): boolean {
    return this.member === 'entries' && this.entries !== null;
  }

  private own(value: JsonScalar, raw: string): void {
    // Go writes a list without anything so.
    if (this.member === 'entries' && value.type === 'null') this.entries = 0;
    if (this.member === 'version' && value.type === 'number') this.version = Number(raw);
    if (this.member === 'tarSplitDigest' && value.type === 'string') this.tarSplitDigest = value.value;
  }

  private ofEntry(value: JsonScalar, raw: string): void {
    if (this.field === 'type' && value.type === 'string') {
      const type = TYPES.has(value.value) ? value.value : '?';
      this.counts.set(type, (this.counts.get(type) ?? 0) + 1);
    }
    if (this.field === 'offset' && value.type === 'number') this.isOutside ||= !(Number(raw) <= this.end);
  }
}
