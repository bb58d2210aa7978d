import type { PassOptions } from '../bytes/pass';
import { openSource } from '../bytes/source';
import { unpackedPieces } from '../bytes/unpacked';
import { sha256 } from '../bytes/hash';
import type { Archive, Image } from '../model/archive';
import { encodedPart } from '../model/digest';
import type { Measurement } from '../model/facts';
import { memberAt } from '../model/members';
import { fetchedFrom, spanKey, type SourceRef, type Span } from '../model/source';
import type { CannotTamper, Patch, Piece, Tamper } from '../model/tamper';
import { packAgain } from './packAgain';
import { groundOf, memberWith } from './ground';
import { rebuild, type Ground } from './rebuild';
import { retagged } from './retag';

/** What is changed, and what is known of it. */
export interface TamperedWith {
  readonly archive: Pick<Archive, 'source' | 'container' | 'size' | 'members' | 'documents'>;
  readonly image: Image | null;
  readonly measurements: readonly Measurement[];
}

export interface TamperOptions extends PassOptions {
  /** Puts what is unpacked where it need not be in memory. */
  readonly keep?: (pieces: AsyncGenerator<Uint8Array<ArrayBuffer>, void>) => Promise<Blob>;
}

function isRecorded(source: SourceRef): boolean {
  return 'files' in source && source.recorded === true;
}

/**
 * The archive with one change, or why it cannot be made. The file stays as it is. Throws EngineError: `file-changed`, `cancelled`.
 */
export async function tamper(
  { archive, image, measurements }: TamperedWith,
  change: Tamper,
  { keep = inMemory, ...options }: TamperOptions = {},
): Promise<Patch | CannotTamper> {
  if (archive.container === 'document') return 'not-a-tar';
  // A copy is made of bytes that are here.
  if (fetchedFrom(archive.source) !== null || isRecorded(archive.source)) return 'not-here';
  const ground = groundOf(archive);
  const layerAt = (number: number): { index: number; span: Span } | null => {
    const span = image?.layers[number - 1]?.span ?? null;
    const index = span ? memberWith(ground, span) : -1;
    return span && index >= 0 ? { index, span } : null;
  };
  switch (change.kind) {
    case 'flip': {
      const layer = layerAt(change.layer);
      if (!layer) return 'no-layer';
      if (change.offset >= layer.span.length) return 'beyond';
      const body = await flippedSpan(archive, layer.span, layer.span.offset + change.offset, change.mask);
      return rebuild(ground, { changed: new Map([[layer.index, { body }]]) });
    }
    case 'inside': {
      const layer = layerAt(change.layer);
      if (!layer) return 'no-layer';
      const measured = measurements.find(({ span }) => spanKey(span) === spanKey(layer.span));
      const compression = measured?.compression ?? 'none';
      if (measured && measured.diffId === null) return 'unreadable';
      if (change.offset >= (measured?.unpackedSize ?? layer.span.length)) return 'beyond';
      if (compression === 'none') {
        const body = await flippedSpan(archive, layer.span, layer.span.offset + change.offset, change.mask);
        return rebuild(ground, { changed: new Map([[layer.index, { body }]]) });
      }
      const content = flippedPieces(unpackedPieces(openSource(archive.source), layer.span, options), change);
      const body = [await keep(packAgain(content, compression))];
      return rebuild(ground, { changed: new Map([[layer.index, { body }]]) });
    }
    case 'byte': {
      if (archive.container !== 'tar') return 'not-a-tar';
      if (change.offset >= archive.size) return 'beyond';
      const pieces = await flippedSpan(archive, { offset: 0, length: archive.size }, change.offset, change.mask);
      return { pieces, dataAt: ground.members.data.slice(), touched: memberOver(ground, change.offset) };
    }
    case 'swap': {
      const [a, b] = change.layers.map(layerAt);
      if (!a || !b) return 'no-layer';
      if (a.index === b.index) return 'same';
      const changed = new Map([
        [a.index, { body: [b.span] }],
        [b.index, { body: [a.span] }],
      ]);
      return rebuild(ground, { changed });
    }
    case 'drop': {
      const layer = layerAt(change.layer);
      return layer ? rebuild(ground, { removed: new Set([layer.index]) }) : 'no-layer';
    }
    case 'orphan':
      return rebuild(ground, { added: [await orphan(ground)] });
    case 'tag':
      return retagged(archive.documents, image, ground, change.tag);
    case 'cut':
      if (archive.container !== 'tar') return 'not-a-tar';
      if (change.size >= archive.size) return 'beyond';
      return {
        pieces: [{ offset: 0, length: change.size }],
        dataAt: ground.members.data.slice(),
        touched: [],
      };
  }
}

/** The member that has the byte. */
function memberOver({ members: { data, size } }: Ground, offset: number): number[] {
  const index = data.findIndex((at, i) => at <= offset && offset < at + (size[i] ?? 0));
  return index < 0 ? [] : [index];
}

async function flippedSpan(
  { source }: Pick<Archive, 'source'>,
  { offset, length }: Span,
  at: number,
  mask: number,
): Promise<Piece[]> {
  const [byte = 0] = await openSource(source).read(at, 1);
  const before = { offset, length: at - offset };
  const after = { offset: at + 1, length: offset + length - at - 1 };
  return [before, Uint8Array.of(byte ^ mask), after].filter((piece) => piece.length > 0);
}

async function* flippedPieces(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  { offset, mask }: { readonly offset: number; readonly mask: number },
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let done = 0;
  for await (const piece of pieces) {
    const at = offset - done;
    if (at >= 0 && at < piece.length) piece[at] = (piece[at] ?? 0) ^ mask;
    done += piece.length;
    yield piece;
  }
}

const ORPHAN_TEXT = 'Nothing points at these bytes.\n';

/** Named by its digest where blobs are, so that its name is true. */
async function orphan({ members }: Ground): Promise<{ name: string; body: Uint8Array<ArrayBuffer> }> {
  const body = new TextEncoder().encode(ORPHAN_TEXT);
  const names = Array.from({ length: members.count }, (_, index) => memberAt(members, index).name);
  const folder = names.map((name) => /^(.*?blobs\/sha256\/)./.exec(name)?.[1]).find((each) => each !== undefined);
  return { name: folder === undefined ? 'orphan.txt' : `${folder}${encodedPart(await sha256(body))}`, body };
}

async function inMemory(pieces: AsyncGenerator<Uint8Array<ArrayBuffer>, void>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces) parts.push(piece);
  return new Blob(parts);
}
