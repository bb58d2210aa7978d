import { parseDigest } from '../model/digest';
import type { Measurement } from '../model/facts';
import type { Proof, RowKind, RowVerdict } from '../model/integrity';
import type { Finding } from '../model/representation';
import type { Span } from '../model/source';
import type { LayerToc, TocClaims } from '../model/toc';
import { compare, whyNotUnpacked } from './verify';

/** What is said of a layer's table of contents. */
export const TOC_ROWS = [
  'toc-digest',
  'toc-stored-digest',
  'toc-position',
  'tar-split-digest',
  'tar-split-position',
] as const satisfies readonly RowKind[];
export type TocRow = (typeof TOC_ROWS)[number];

const ACTUAL: Readonly<Record<TocRow, (toc: LayerToc) => string | null>> = {
  'toc-digest': ({ digest }) => digest,
  'toc-stored-digest': ({ storedDigest }) => storedDigest,
  'toc-position': ({ position }) => position,
  'tar-split-digest': ({ tarSplit }) => tarSplit?.digest ?? null,
  'tar-split-position': ({ tarSplit }) => tarSplit?.position ?? null,
};

export interface TocJudged extends Pick<Finding, 'actual' | 'reason'> {
  readonly verdict: RowVerdict;
}

/** Holds what is said of a layer's table of contents against what its bytes have. */
export function compareToc(kind: TocRow, claimed: string, measurement: Measurement | undefined): TocJudged {
  if (!measurement) return { verdict: 'pending', actual: null, reason: null };
  const { toc, diffId } = measurement;
  const actual = toc ? ACTUAL[kind](toc) : null;
  const unknown = (reason: Finding['reason']): TocJudged => ({ verdict: 'unknown', actual: null, reason });
  if (!toc && measurement.recorded) return unknown('not-recorded');
  if (!toc && diffId === null) return unknown(whyNotUnpacked(measurement));
  // The TOC is in another image.
  if (toc?.footer === 'estargz-external') return { verdict: 'absent', actual: null, reason: null };
  const isDigest = kind === 'toc-digest' || kind === 'toc-stored-digest' || kind === 'tar-split-digest';
  if (actual === null) {
    const isThere = isDigest && (kind === 'tar-split-digest' ? toc?.tarSplit : toc);
    return isThere ? unknown('unreadable') : { verdict: 'missing', actual: null, reason: null };
  }
  if (isDigest && parseDigest(claimed)?.algorithm !== 'sha256') return unknown('algorithm');
  return compare(claimed, actual);
}

/** How the actual value of {@link compareToc} is obtained; null when there is none. */
export function tocProof(kind: TocRow, span: Span, toc: LayerToc | undefined): Proof | null {
  if (!toc) return null;
  const { at, tarSplit, footer } = toc;
  const isOld = footer === 'zstd-chunked-old';
  switch (kind) {
    case 'toc-digest':
      return (
        at && {
          by: 'part',
          span,
          part: at,
          unpack: toc.kind === 'estargz' ? 'gzip' : 'zstd',
          inTar: toc.kind === 'estargz',
        }
      );
    case 'toc-stored-digest':
      return at && { by: 'part', span, part: at, unpack: 'none', inTar: false };
    case 'tar-split-digest':
      return tarSplit?.at ? { by: 'part', span, part: tarSplit.at, unpack: 'none', inTar: false } : null;
    case 'toc-position':
      return { by: 'footer', span, bytes: isOld ? 40 : 64, from: 1, to: 4 };
    case 'tar-split-position':
      return { by: 'footer', span, bytes: 64, from: 5, to: 7 };
  }
}

/** What came of the digests that a layer's descriptor says of its table of contents. */
export function judgeToc(
  claims: TocClaims | undefined,
  measurement: Measurement,
): Readonly<Record<keyof TocClaims, (TocJudged & { readonly claimed: string }) | null>> {
  const judged = (kind: TocRow, claimed: string | null | undefined) =>
    claimed == null ? null : { claimed, ...compareToc(kind, claimed, measurement) };
  return {
    digest: judged('toc-digest', claims?.digest),
    storedDigest: judged('toc-stored-digest', claims?.storedDigest),
  };
}
