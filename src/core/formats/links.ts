import * as v from 'valibot';
import type { Document } from '../model/archive';
import { encodedPart } from '../model/digest';
import { mediaTypeInfo } from '../model/mediaType';
import type { Claim, ColumnId } from '../model/representation';
import { descriptorClaims } from './claims';
import { documentOf } from './context';
import { valueOf } from './documents';
import type { WriteContext, Written } from './format';
import { Index, Inspected, type Descriptor } from './shapes';

/** What the found documents from the pointer down to the image's manifest claim of each other. */
export function chainClaims(column: ColumnId, { stated, pointer }: Written, context: WriteContext): Claim[] {
  const manifest = documentOf(context, stated?.manifest);
  if (!stated || !manifest || pointer?.id !== stated.pointer) return [];
  const indexes = stated.indexes.flatMap((id) => documentOf(context, id) ?? []);
  return claimsAlong(column, [...(pointer ? [pointer] : []), ...indexes, manifest]);
}

/** What each document of a chain of indexes claims of the next one, the last being a manifest or an index. */
export function claimsAlong(column: ColumnId, chain: readonly Document[]): Claim[] {
  return chain.flatMap((document, i) => {
    const next = chain[i + 1];
    return next ? linkClaims(column, document, next) : [];
  });
}

/** The digest that the pointer names: of an inner index, or of the manifest itself; of a found pointer, as it says it. */
export function pointedAt({ pointer, stated, manifest }: Written): string | null {
  const named = pointer && pointer.id === stated?.pointer ? (stated.indexes[0] ?? stated.manifest) : null;
  if (pointer === null || named == null) return manifest?.digest ?? null;
  return entriesOf(pointer).get(encodedName(named))?.[0]?.entry.digest ?? null;
}

/** The entry of an index that names the next document of the chain. */
function linkClaims(column: ColumnId, index: Document, next: Document): Claim[] {
  const part = mediaTypeInfo(next.mediaType ?? '')?.role === 'index' ? 'pointer' : 'manifest';
  return (entriesOf(index).get(encodedName(next.path)) ?? []).flatMap(({ at, entry }) =>
    descriptorClaims(column, part, index, entryPointer(index, at), entry, next),
  );
}

/** What a blob's name has of its digest: `blobs/sha256/<encoded>`, or `<encoded>.manifest.json` in a `dir:`. */
function encodedName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.manifest\.json$/, '');
}

/** The shape of what lists manifests: an index, or what a tool printed of several. */
export function listingShape({ kind }: Document): v.GenericSchema<unknown, Partial<Index>> {
  return kind === 'inspected' ? Inspected : Index;
}

/** Where the descriptor of an entry is in what lists it. */
export function entryPointer(index: Document, at: number): string {
  if (index.kind !== 'inspected') return `/manifests/${at}`;
  return Array.isArray(valueOf(index, v.unknown())) ? `/${at}/Descriptor` : '/Descriptor';
}

type Entry = { readonly at: number; readonly entry: Descriptor };

/** What an index lists, by the encoded part of its digest; of each index once, because each of its images asks. */
const listed = new WeakMap<Document, ReadonlyMap<string, readonly Entry[]>>();

function entriesOf(index: Document): ReadonlyMap<string, readonly Entry[]> {
  const known = listed.get(index);
  if (known) return known;
  const entries = new Map<string, Entry[]>();
  for (const [at, entry] of (valueOf(index, listingShape(index))?.manifests ?? []).entries()) {
    const encoded = encodedPart(entry.digest);
    const same = entries.get(encoded);
    if (same) same.push({ at, entry });
    else entries.set(encoded, [{ at, entry }]);
  }
  listed.set(index, entries);
  return entries;
}
