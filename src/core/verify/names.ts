import type { Document, Image } from '../model/archive';
import type { Digest } from '../model/digest';
import type { Measurement } from '../model/facts';
import { layerPart, type ColumnId, type Finding, type Part, type Representation } from '../model/representation';
import { spanKey, type Span } from '../model/source';
import { compareBytes, digestsInHand } from './verify';

/** A name of bytes as one form of an image gives it, held against what the bytes are now. */
export interface NameCheck {
  readonly part: Part;
  readonly claimed: Digest;
  /** What it names: bytes as they are stored, or unpacked. */
  readonly of: 'stored' | 'unpacked';
  readonly verdict: Finding['verdict'];
  readonly actual: Digest | null;
  readonly reason: Finding['reason'];
}

/** The names of an image in one form. */
export interface ColumnNames {
  readonly column: ColumnId;
  /** One for each digest and what it names. A form without digests has none. */
  readonly names: readonly NameCheck[];
  /** Layers whose bytes are not there any more, whatever names them. */
  readonly missing: readonly Part[];
}

/** The bytes as they are now. */
export interface BytesNow {
  readonly documents: readonly Document[];
  readonly measurements: readonly Measurement[];
  /** Where bytes are now; null for what is not there. */
  readonly follow: (span: Span) => Span | null;
}

/**
 * The names that an image has in each form, made before its bytes were changed, held against the bytes after that. Docker v1 names no bytes. Of a form that was
 * worked out, the names are those that it would have been given then.
 */
export function namesAfter(
  image: Image,
  representations: readonly Representation[],
  { documents, measurements, follow }: BytesNow,
): ColumnNames[] {
  const known = {
    measured: new Map(measurements.map((each) => [spanKey(each.span), each])),
    inHand: digestsInHand(documents),
  };
  const missing = image.layers.flatMap(({ span }, i) => (span && !follow(span) ? [layerPart(i)] : []));
  return representations.map(({ column, facets, claims }): ColumnNames => {
    if (column === 'v1') return { column, names: [], missing };
    const asked = new Map<string, { part: Part; claimed: Digest; of: NameCheck['of']; span: Span }>();
    const ask = (part: Part, claimed: Digest | null, of: NameCheck['of'], span: Span | null): void => {
      // The same digest of stored and of unpacked bytes is one name, as plain layers have it.
      const key = span && claimed !== null ? `${claimed} ${spanKey(span)}` : null;
      if (key !== null && claimed !== null && span && !asked.has(key)) asked.set(key, { part, claimed, of, span });
    };
    for (const { part, role, digest, diffId, span } of facets) {
      if (role === 'pointer' || role === 'mark') continue;
      ask(part, digest, 'stored', span);
      ask(part, diffId, 'unpacked', span);
    }
    for (const { part, kind, claimed, span } of claims) {
      if (kind !== 'size') ask(part, claimed, kind === 'diff-id' ? 'unpacked' : 'stored', span);
    }
    const names = [...asked.values()].map(({ part, claimed, of, span }): NameCheck => {
      const now = follow(span);
      const kind = of === 'unpacked' ? 'diff-id' : 'digest';
      const finding = compareBytes({ kind, claimed, span: now }, known);
      return { part, claimed, of, ...finding };
    });
    return { column, names, missing };
  });
}

/** How many names of a form do not hold any more, whatever is wrong with them. */
export function broken({ names }: ColumnNames): number {
  return names.filter(({ verdict }) => verdict === 'mismatch' || verdict === 'missing' || verdict === 'unknown').length;
}

/** Whether a form shows at all that something was changed. */
export function notices(column: ColumnNames): boolean {
  return broken(column) > 0 || column.missing.length > 0;
}
