import {
  CAUSE_CODES,
  FILE_STATES,
  aspectBit,
  type Cause,
  type CauseCode,
  type CauseWeight,
  type EntryCounts,
  type FileDiff,
  type ImageDiff,
  type LayerRow,
} from '../model/imageDiff';
import type { ComparedDocuments } from './documents';
import { recompression } from './layers';

/** `files` and `layers`: content where the files of both differ in the end; otherwise later layers hide it, or they are only packed otherwise. */
const WEIGHTS: Readonly<Record<CauseCode, CauseWeight | 'files' | 'layers'>> = {
  'files-changed': 'files',
  'entries-added': 'files',
  'entries-removed': 'files',
  'file-links': 'files',
  'layers-added': 'layers',
  'layers-removed': 'layers',
  'layers-regrouped': 'packaging',
  whiteouts: 'layers',
  'layers-unread': 'content',
  'layers-unchecked': 'content',
  platform: 'content',
  environment: 'content',
  execution: 'content',
  'file-modes': 'metadata',
  'file-owners': 'metadata',
  'file-xattrs': 'metadata',
  'file-times': 'metadata',
  labels: 'metadata',
  'config-created': 'metadata',
  'history-created': 'metadata',
  history: 'metadata',
  'config-other': 'metadata',
  annotations: 'metadata',
  'owner-names': 'metadata',
  'builder-fields': 'packaging',
  'hard-links': 'packaging',
  'entry-order': 'packaging',
  'tar-headers': 'packaging',
  'entry-spelling': 'packaging',
  'tar-padding': 'packaging',
  compression: 'packaging',
  compressor: 'packaging',
  encryption: 'packaging',
  'config-empty': 'packaging',
  'key-order': 'packaging',
  whitespace: 'packaging',
  'json-spelling': 'packaging',
  'media-types': 'packaging',
  'layer-annotations': 'packaging',
  'manifest-other': 'packaging',
  'manifest-kind': 'packaging',
  layout: 'packaging',
  'v1-ids': 'packaging',
};

/** What the entries of a layer say, cause by cause. */
const ENTRY_CAUSES: readonly (readonly [code: CauseCode, count: (entries: EntryCounts) => number])[] = [
  ['files-changed', ({ aspects }) => aspects.content + aspects.type],
  ['entries-added', ({ onlyB }) => onlyB],
  ['entries-removed', ({ onlyA }) => onlyA],
  ['file-links', ({ aspects }) => aspects.link],
  ['file-modes', ({ aspects }) => aspects.mode],
  ['file-owners', ({ aspects }) => aspects.owner],
  ['file-xattrs', ({ aspects }) => aspects.xattrs],
  ['file-times', ({ aspects }) => aspects.times],
  ['owner-names', ({ aspects }) => aspects['owner-names']],
  ['whiteouts', ({ whiteouts }) => whiteouts],
  ['hard-links', ({ aspects }) => aspects['hard-links']],
  ['tar-headers', ({ aspects }) => aspects.headers],
  ['entry-spelling', ({ aspects }) => aspects.spelling],
];

export interface CauseParts extends Pick<ImageDiff, 'identity' | 'layers' | 'files'> {
  readonly config: ComparedDocuments;
  readonly manifest: ComparedDocuments;
  /** The files of both in the end have other content, or are not all known. */
  readonly otherFiles: boolean;
  /** Nearly all files are the same, so that layers that only one has may have been made of those of the other. */
  readonly mayRegroup: boolean;
  /** IDs of v1 layers differ that stand for the same. */
  readonly otherV1Ids: boolean;
}

/** Why the digests of two images differ: each cause once, in the order of CAUSE_CODES. */
export function causesOf(parts: CauseParts): Cause[] {
  const list = new CauseList(parts.otherFiles);
  parts.layers.forEach((row, at) => addLayer(list, row, at));
  const [added, removed] = [list.count('layers-added'), list.count('layers-removed')];
  if (added > 0 && removed > 0 && parts.mayRegroup) {
    list.regroup(removed, added);
    addFiles(list, parts);
  }
  for (const view of ['config', 'manifest'] as const) {
    for (const [code, count] of parts[view].causes) list.add(code, count, { document: view });
  }
  const [from, to] = [parts.identity.a.layouts, parts.identity.b.layouts].map((each) => each.join(' + '));
  if (from !== to) list.add('layout', 1, { from, to });
  if (parts.otherV1Ids && list.isOf(CONTENT_OF_V1)) list.add('v1-ids', 1, {});
  return list.finish();
}

/** Where nothing but these differs, IDs of v1 that differ are a difference of their own, and do not follow from another. */
const CONTENT_OF_V1: ReadonlySet<CauseCode> = new Set(['layout', 'compression', 'compressor', 'media-types']);

function addLayer(list: CauseList, { state, a, b, entries }: LayerRow, layer: number): void {
  switch (state) {
    case 'same':
      return;
    case 'only-a':
      return list.add('layers-removed', 1, { layer });
    case 'only-b':
      return list.add('layers-added', 1, { layer });
    case 'recompressed':
      if (a && b) list.add(recompression(a, b), 1, { layer, from: a.compression, to: b.compression });
      return;
    case 'unknown':
      return list.add('layers-unread', 1, { layer });
    case 'unchecked':
      return list.add('layers-unchecked', 1, { layer });
    case 'changed':
      if (!entries) return list.add('layers-unread', 1, { layer });
      for (const [code, count] of ENTRY_CAUSES) if (count(entries) > 0) list.add(code, count(entries), { layer });
      if (entries.reordered) list.add('entry-order', 1, { layer });
      if (entries.bytesOnly) list.add('tar-padding', 1, { layer });
  }
}

const ASPECT_CAUSES: readonly (readonly [bits: number, code: CauseCode])[] = [
  [aspectBit('type') | aspectBit('content'), 'files-changed'],
  [aspectBit('link'), 'file-links'],
  [aspectBit('mode'), 'file-modes'],
  [aspectBit('owner'), 'file-owners'],
  [aspectBit('xattrs'), 'file-xattrs'],
  [aspectBit('times'), 'file-times'],
];

/** What differs in the end of files whose layers are regrouped: no layer corresponds to theirs. */
function addFiles(list: CauseList, { layers, files }: CauseParts): void {
  const lone = (side: 'a' | 'b'): Set<number> =>
    new Set(layers.flatMap((row) => (row.a && row.b ? [] : row[side] ? [row[side].number - 1] : [])));
  const [ofA, ofB] = [lone('a'), lone('b')];
  for (let at = 0; at < files.count; at++) {
    if (!ofA.has(files.a.layer[at] ?? -1) && !ofB.has(files.b.layer[at] ?? -1)) continue;
    if (files.state[at] === ONLY_A) list.add('entries-removed', 1, {});
    if (files.state[at] === ONLY_B) list.add('entries-added', 1, {});
    for (const [bits, code] of ASPECT_CAUSES) if (((files.aspects[at] ?? 0) & bits) !== 0) list.add(code, 1, {});
  }
}

interface Where {
  readonly layer?: number;
  readonly document?: 'config' | 'manifest';
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

class CauseList {
  private readonly causes = new Map<CauseCode, Cause>();

  constructor(private readonly otherFiles: boolean) {}

  add(code: CauseCode, count: number, { layer, document, from = null, to = null }: Where): void {
    const known = this.causes.get(code);
    this.causes.set(code, {
      code,
      weight: this.weightOf(code),
      count: (known?.count ?? 0) + count,
      from: words(known?.from, from),
      to: words(known?.to, to),
      layers: [...(known?.layers ?? []), ...(layer === undefined ? [] : [layer])],
      documents: [...(known?.documents ?? []), ...(document ? [document] : [])],
    });
  }

  count(code: CauseCode): number {
    return this.causes.get(code)?.count ?? 0;
  }

  regroup(from: number, to: number): void {
    const layers = (['layers-removed', 'layers-added'] as const).flatMap((code) => this.causes.get(code)?.layers ?? []);
    this.causes.delete('layers-removed');
    this.causes.delete('layers-added');
    for (const layer of layers) this.add('layers-regrouped', 1, { layer, from: `${from}`, to: `${to}` });
  }

  isOf(codes: ReadonlySet<CauseCode>): boolean {
    return [...this.causes.keys()].every((code) => codes.has(code));
  }

  finish(): Cause[] {
    return CAUSE_CODES.flatMap((code) => this.causes.get(code) ?? []);
  }

  private weightOf(code: CauseCode): CauseWeight {
    const weight = WEIGHTS[code];
    if (weight !== 'files' && weight !== 'layers') return weight;
    if (this.otherFiles) return 'content';
    return weight === 'files' ? 'metadata' : 'packaging';
  }
}

/** Two words that differ are none. */
function words(known: string | null | undefined, word: string | null): string | null {
  if (known === undefined || known === null) return word;
  return word === null || known.split(', ').includes(word) ? known : `${known}, ${word}`;
}

const CONTENT = aspectBit('type') | aspectBit('content') | aspectBit('link');
const CHANGED = FILE_STATES.indexOf('changed');
const SAME = FILE_STATES.indexOf('same');
const ONLY_A = FILE_STATES.indexOf('only-a');
const ONLY_B = FILE_STATES.indexOf('only-b');

/** How many paths have other content in the end, or are only in one image. */
export function otherFileCount({ count, state, aspects }: FileDiff): number {
  let others = 0;
  for (let at = 0; at < count; at++) {
    if (state[at] === CHANGED ? ((aspects[at] ?? 0) & CONTENT) !== 0 : state[at] !== SAME) others++;
  }
  return others;
}
