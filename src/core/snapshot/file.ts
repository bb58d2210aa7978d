import * as v from 'valibot';
import { fromBase64, toBase64Url } from '../bytes/base64';
import { joined } from '../bytes/joined';
import { EngineError } from '../errors';
import { LIMITS } from '../limits';
import type { CarriedFile } from '../model/snapshot';
import { deflated, inflated } from './packed';
import { unreadable } from './schema';

/** The id of the element in which a page of ours carries a whole file. */
const ID = 'tabaqa-file';
/** A multiple of four: each piece is base64 of its own. */
const PIECE = 1024 * 1024;

/** What stands beside the bytes. */
const Head = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
  view: v.nullable(v.pipe(v.string(), v.maxLength(LIMITS.linkCharacters))),
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LIMITS.carriedBytes)),
  isPacked: v.boolean(),
});

/**
 * An element of HTML, a data block, that carries a file with its name and where to look in it (null: nowhere), so that no sign of it means anything
 * in HTML: base64url, deflated where that is shorter. The file has at most {@link LIMITS.carriedBytes}.
 */
export async function carryFile({ file, name, view }: CarriedFile): Promise<Blob> {
  const { size } = file;
  if (size > LIMITS.carriedBytes) throw new EngineError('internal', `${size} bytes are too many to carry`);
  const packed = await deflated(file);
  const isPacked = packed.length < size;
  const bytes = isPacked ? packed : new Uint8Array(await file.arrayBuffer());
  const head: v.InferOutput<typeof Head> = { name, view, size, isPacked };
  const text = toBase64Url(new TextEncoder().encode(JSON.stringify(head)));
  const start = `<script type="application/octet-stream" id="${ID}" data-head="${new TextDecoder().decode(text)}">`;
  return new Blob([start, toBase64Url(bytes), '</script>\n']);
}

/**
 * The file that a page of ours carries, found in its text, of which nothing is run; null when it carries none. Throws `snapshot-unreadable` when it
 * carries one that is cut or was changed.
 */
export async function carriedFile(page: Blob): Promise<CarriedFile | null> {
  if (page.size > LIMITS.snapshotCarrierBytes) return null;
  const html = new TextDecoder().decode(new Uint8Array(await page.arrayBuffer()));
  const at = html.lastIndexOf(`id="${ID}" data-head="`);
  if (at < 0) return null;
  const start = html.indexOf('>', at) + 1;
  const end = html.indexOf('<', start);
  const [, packedHead] = /data-head="([A-Za-z0-9_-]*)"$/.exec(html.slice(at, start - 1)) ?? [];
  // The page's own code speaks of it, too.
  if (packedHead === undefined) return null;
  const head = readHead(packedHead);
  if (end < 0) throw unreadable('cut');
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let from = start; from < end; from += PIECE) {
    const piece = fromBase64(html.slice(from, Math.min(end, from + PIECE)), 'url');
    if (!piece) throw unreadable('base64url');
    pieces.push(piece);
  }
  const bytes = head.isPacked ? await inflated(joined(pieces), LIMITS.carriedBytes) : joined(pieces);
  if (bytes.length !== head.size) throw unreadable('size');
  return { file: new Blob([bytes]), name: head.name, view: head.view };
}

function readHead(text: string): v.InferOutput<typeof Head> {
  const bytes = fromBase64(text, 'url');
  try {
    return v.parse(Head, JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())));
  } catch (cause) {
    throw unreadable('head', cause);
  }
}
