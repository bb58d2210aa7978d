import { sha256 } from '../bytes/hash';
import { jsonTree, type JsonNode } from '../bytes/jsonTree';
import { decodeText } from '../bytes/jsonText';
import type { Archive, DocumentKind } from '../model/archive';
import { encodedPart } from '../model/digest';
import { memberAt, type Member } from '../model/members';
import type { DigestChange, Patch, RepairLevel, RepairStep, Rewrite } from '../model/tamper';
import { groundOf, memberWith } from './ground';
import { rebuild, type MemberEdit } from './rebuild';
import { replaced, type TextEdit } from './textEdits';

/** How names are rewritten so that a change is hidden: every level there is, and the file with as many of them as were asked for. */
export interface Repair {
  readonly steps: readonly RepairStep[];
  readonly patch: Patch;
}

type Repairable = Pick<Archive, 'container' | 'size' | 'members' | 'documents'>;

/** Documents of each level; those of one level may name each other. */
const KINDS: Readonly<Record<'config' | 'manifest' | 'index' | 'list', readonly DocumentKind[]>> = {
  config: ['config', 'artifact-config'],
  manifest: ['manifest', 'schema1-manifest'],
  index: ['index'],
  list: ['layout-index', 'archive-manifest', 'v1-repositories'],
};

/**
 * What somebody has to rewrite who changed bytes and wants nobody to notice, from the layer upwards: names of blobs, DiffIDs in the config, its digest,
 * manifests, indexes, the list at the top. Digests are replaced as they are written, so documents keep all other bytes. Levels with nothing to
 * rewrite are left out. `levels` are made in the patch.
 */
export async function repair(archive: Repairable, changes: readonly DigestChange[], levels: number): Promise<Repair> {
  const work = new Rewriting(archive);
  const knownOf = (these: readonly DigestChange[]): Known =>
    new Map(these.map(({ from, to, size }) => [encodedPart(from), { to: encodedPart(to), size }]));
  const layers = knownOf(changes);
  const steps: RepairStep[] = [];
  const finish = (level: RepairLevel): void => {
    const rewritten = work.take();
    const names = rewritten.reduce((sum, each) => sum + each.names, 0);
    if (names === 0) return;
    steps.push({ level, changes: rewritten, names });
    if (steps.length <= levels) work.keep();
  };
  work.rename(layers);
  finish('layer');
  const configs = await work.rewrite(KINDS.config, knownOf(changes.filter(({ role }) => role === 'diff-id')));
  finish('config');
  work.rename(configs);
  finish('image-id');
  const all: Known = new Map([...layers, ...configs]);
  for (const level of ['manifest', 'index'] as const) {
    await work.rewriteAll(KINDS[level], all);
    finish(level);
  }
  await work.rewrite(KINDS.list, all);
  finish('list');
  return { steps, patch: rebuild(groundOf(archive), { changed: work.edits() }) };
}

/** By the hexadecimal of the digest before. */
type Known = Map<string, Pick<DigestChange, 'to' | 'size'>>;

/** The members as they are rewritten. */
class Rewriting {
  private readonly ground;
  private readonly members: readonly Member[];
  /** As they are after all levels so far, and after those that are made. */
  private now = new Map<number, MemberEdit & { readonly document?: Uint8Array<ArrayBuffer> }>();
  private made = new Map<number, MemberEdit>();
  private rewritten = new Map<number, { before: string; names: number }>();

  constructor(private readonly archive: Repairable) {
    this.ground = groundOf(archive);
    this.members = Array.from({ length: archive.members.count }, (_, index) => memberAt(archive.members, index));
  }

  /** Names of members, and what links say. */
  rename(known: Known): void {
    for (const { index, name, link } of this.members) {
      const edit = this.now.get(index) ?? {};
      const next = substitute(edit.name ?? name, known);
      const target = substitute(edit.link ?? link, known);
      if (next.count + target.count === 0) continue;
      this.count(index, next.count + target.count);
      this.now.set(index, {
        ...edit,
        ...(next.count > 0 && { name: next.text }),
        ...(target.count > 0 && { link: target.text }),
      });
    }
  }

  /** Documents of these kinds; the answer is what became of the digests of those that changed. */
  async rewrite(kinds: readonly DocumentKind[], known: Known): Promise<Known> {
    const changed: Known = new Map();
    for (const document of this.archive.documents) {
      const index = document.span && kinds.includes(document.kind) ? memberWith(this.ground, document.span) : -1;
      if (index < 0) continue;
      const bytes = this.now.get(index)?.document ?? document.bytes;
      const next = withDigests(bytes, known);
      if (!next) continue;
      this.count(index, next.count);
      this.now.set(index, { ...this.now.get(index), body: [next.bytes], document: next.bytes });
      const change = { to: encodedPart(await sha256(next.bytes)), size: next.bytes.length };
      changed.set(encodedPart(await sha256(bytes)), change);
    }
    return changed;
  }

  /** The same, with documents that name each other; `known` grows by what became of them. */
  async rewriteAll(kinds: readonly DocumentKind[], known: Known): Promise<void> {
    for (let fresh: Known = known; fresh.size > 0;) {
      fresh = await this.rewrite(kinds, fresh);
      this.rename(fresh);
      for (const [from, change] of fresh) {
        // What had another digest meanwhile has one change in all.
        const origin = [...known].find(([, { to }]) => to === from)?.[0];
        known.set(origin ?? from, change);
      }
    }
  }

  /** What was rewritten since the last time. */
  take(): Rewrite[] {
    const taken = [...this.rewritten].map(([index, { before, names }]): Rewrite => {
      const path = this.now.get(index)?.name ?? before;
      return { path, before: path === before ? null : before, names };
    });
    this.rewritten = new Map();
    return taken;
  }

  keep(): void {
    this.made = new Map(this.now);
  }

  edits(): ReadonlyMap<number, MemberEdit> {
    return this.made;
  }

  private count(index: number, names: number): void {
    const before = this.rewritten.get(index);
    const name = this.now.get(index)?.name ?? this.members[index]?.name ?? '';
    this.rewritten.set(index, { before: before?.before ?? name, names: (before?.names ?? 0) + names });
  }
}

function substitute(text: string, known: Known): { text: string; count: number } {
  let count = 0;
  const next = text.replace(/[0-9a-f]{64,}/g, (hex) => {
    const change = known.get(hex);
    if (change) count++;
    return change?.to ?? hex;
  });
  return { text: next, count };
}

/** A document with other digests, and the sizes beside them; null when it names none. */
function withDigests(
  bytes: Uint8Array<ArrayBuffer>,
  known: Known,
): { bytes: Uint8Array<ArrayBuffer>; count: number } | null {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return null;
  const { text, count } = substitute(decoded.text, known);
  if (count === 0) return null;
  const sizes = new Map([...known.values()].map(({ to, size }) => [to, size]));
  const tree = jsonTree(text);
  return { bytes: replaced(text, tree ? sizeEdits(tree, sizes) : []), count };
}

function sizeEdits(node: JsonNode, sizes: ReadonlyMap<string, number>): TextEdit[] {
  const children = node.children ?? [];
  const edits = children.flatMap((child) => sizeEdits(child, sizes));
  const digest = children.find(({ key }) => key === 'digest')?.value;
  const size = children.find(({ key, type }) => key === 'size' && type === 'number');
  const actual = typeof digest === 'string' ? sizes.get(encodedPart(digest)) : undefined;
  if (!size || actual === undefined || size.value === `${actual}`) return edits;
  return [...edits, { from: size.offset, to: size.offset + size.length, text: `${actual}` }];
}
