import { CorruptData } from '../bytes/decoder';
import { createSha256 } from '../bytes/hash';
import type { ReadOptions } from '../bytes/pacer';
import { openSource } from '../bytes/source';
import { LIMITS } from '../limits';
import type { Digest } from '../model/digest';
import type { Duplicates, EqualFiles } from '../model/duplicates';
import type { FileTree } from '../model/fileTree';
import type { LayerFiles } from '../model/layerFiles';
import { MEMBER_TYPES } from '../model/members';
import type { SourceRef } from '../model/source';
import { unpackedRange } from './extract';

const FILE = MEMBER_TYPES.indexOf('file');

interface Wanted {
  readonly event: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Hashes the files that are as long as another one, each layer once, and tells which have the same bytes. The progress is that of unpacked bytes. Throws
 * EngineError: `cancelled`, `file-changed`, `out-of-bounds`.
 */
export async function findDuplicates(
  ref: SourceRef,
  { events, layers: count }: FileTree,
  layers: readonly (LayerFiles | null)[],
  options: ReadOptions = {},
): Promise<Duplicates> {
  const source = openSource(ref);
  const wanted = wantedFiles({ events, layers: count }, layers);
  const total = wanted.reduce((sum, files) => sum + (files.at(-1)?.to ?? 0), 0);
  const byDigest = new Map<Digest, EqualFiles & { readonly events: number[] }>();
  const unread: number[] = [];
  let before = 0;
  for (const [layer, files] of wanted.entries()) {
    const span = layers[layer]?.span;
    const end = files.at(-1)?.to ?? 0;
    if (!span || end === 0) continue;
    const { signal, onProgress } = options;
    const part: ReadOptions = {
      ...(signal && { signal }),
      onProgress: ({ done }) => onProgress?.({ done: before + Math.min(done, end), total }),
    };
    try {
      const pieces = unpackedRange(source, span, { from: 0, to: end }, part);
      const isWhole = await hashEach(pieces, files, (event, size, digest) => {
        const group = byDigest.get(digest);
        if (group) group.events.push(event);
        else byDigest.set(digest, { digest, size, events: [event] });
      });
      if (!isWhole) unread.push(layer);
    } catch (error) {
      if (!(error instanceof CorruptData)) throw error;
      unread.push(layer);
    }
    before += end;
  }
  const cost = ({ size, events: of }: EqualFiles): number => size * (of.length - 1);
  const groups = [...byDigest.values()]
    .filter(({ events: of }) => of.length > 1)
    .sort((a, b) => cost(b) - cost(a) || (a.digest < b.digest ? -1 : 1));
  const bytes = groups.reduce((sum, group) => sum + cost(group), 0);
  return { groups: groups.slice(0, LIMITS.wasteRows), groupCount: groups.length, bytes, unread };
}

/** By layer, in the order of their bytes: the files whose size some other file has, too. */
function wantedFiles(
  { events, layers: count }: Pick<FileTree, 'events' | 'layers'>,
  layers: readonly (LayerFiles | null)[],
): Wanted[][] {
  const bySize = new Map<number, number>();
  const isFile = (event: number): boolean => events.type[event] === FILE && (events.size[event] ?? 0) > 0;
  for (let event = 0; event < events.count; event++) {
    if (isFile(event)) bySize.set(events.size[event] ?? 0, (bySize.get(events.size[event] ?? 0) ?? 0) + 1);
  }
  const wanted: Wanted[][] = Array.from({ length: count }, () => []);
  for (let event = 0; event < events.count; event++) {
    const size = events.size[event] ?? 0;
    if (!isFile(event) || (bySize.get(size) ?? 0) < 2) continue;
    const layer = events.layer[event] ?? 0;
    const from = layers[layer]?.entries.data[events.row[event] ?? -1];
    if (from !== undefined) wanted[layer]?.push({ event, from, to: from + size });
  }
  for (const files of wanted) files.sort((a, b) => a.from - b.from);
  return wanted;
}

/** Hashes each of the runs, which do not overlap, as the bytes come by. Whether all came. */
async function hashEach(
  pieces: AsyncIterable<Uint8Array>,
  files: readonly Wanted[],
  onDigest: (event: number, size: number, digest: Digest) => void,
): Promise<boolean> {
  let offset = 0;
  let next = 0;
  let hasher = await createSha256();
  for await (const piece of pieces) {
    const end = offset + piece.length;
    for (let file = files[next]; file && file.from < end; file = files[next]) {
      hasher.update(piece.subarray(Math.max(0, file.from - offset), Math.min(piece.length, file.to - offset)));
      if (file.to > end) break;
      onDigest(file.event, file.to - file.from, hasher.digest());
      hasher = await createSha256();
      next++;
    }
    offset = end;
  }
  hasher.free();
  return next === files.length;
}
