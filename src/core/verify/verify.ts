import { parseDigest, type Digest } from '../model/digest';
import type { Document } from '../model/archive';
import type { Measurement } from '../model/facts';
import type { Claim, Finding, Representation } from '../model/representation';
import { spanKey, type Span } from '../model/source';

const KNOWN: ReadonlySet<string> = new Set(['sha256', 'sha384', 'sha512', 'blake3']);

/** Whether {@link verify} can compare digests of this algorithm; of any other it says that it cannot tell. */
export function canCompare(algorithm: string): boolean {
  return KNOWN.has(algorithm);
}

/** Holds every claim of the representations, or of artifacts, against what is known of the bytes so far. Knows no formats. */
export function verify(
  documents: readonly Document[],
  representations: readonly Pick<Representation, 'claims'>[],
  measurements: readonly Measurement[],
): Finding[] {
  const known: KnownBytes = {
    measured: bySpan(measurements),
    inHand: digestsInHand(documents),
    redacted: redactedSpans(documents),
  };
  return representations.flatMap((each) => each.claims).map((claim) => ({ claim, ...compareBytes(claim, known) }));
}

/** Of each set of measurements once: an archive may have ten thousand artifacts. */
const measuredBy = new WeakMap<readonly Measurement[], ReadonlyMap<string, Measurement>>();

function bySpan(measurements: readonly Measurement[]): ReadonlyMap<string, Measurement> {
  let found = measuredBy.get(measurements);
  if (!found) measuredBy.set(measurements, (found = new Map(measurements.map((each) => [spanKey(each.span), each]))));
  return found;
}

/** Of each archive's documents once: an archive of ten thousand images is verified image by image. */
const known = new WeakMap<readonly Document[], ReadonlyMap<string, Digest>>();

/** sha256 of each document that is in the archive, by span key. */
export function digestsInHand(documents: readonly Document[]): ReadonlyMap<string, Digest> {
  let digests = known.get(documents);
  if (!digests) {
    digests = new Map(documents.flatMap((each) => (each.span ? [[spanKey(each.span), each.digest] as const] : [])));
    known.set(documents, digests);
  }
  return digests;
}

const redactedIn = new WeakMap<readonly Document[], ReadonlySet<string>>();

/** Span keys of the documents whose values were replaced. */
export function redactedSpans(documents: readonly Document[]): ReadonlySet<string> {
  let keys = redactedIn.get(documents);
  if (!keys) {
    keys = new Set(documents.flatMap(({ span, redacted }) => (span && redacted ? [spanKey(span)] : [])));
    redactedIn.set(documents, keys);
  }
  return keys;
}

/** What is known of the bytes of an archive so far, by span key. */
export interface KnownBytes {
  readonly measured: ReadonlyMap<string, Measurement>;
  /** sha256 of documents, which are hashed when they are opened. */
  readonly inHand: ReadonlyMap<string, Digest>;
  /** Documents whose values were replaced. */
  readonly redacted: ReadonlySet<string>;
}

/** Holds a digest, size, DiffID or name against the bytes that it is about; null for bytes that the archive does not have. */
export function compareBytes(
  { kind, claimed, span }: Pick<Claim, 'kind' | 'claimed' | 'span'>,
  known: KnownBytes,
): Omit<Finding, 'claim'> {
  if (!span) return { verdict: 'missing', actual: null, reason: null };
  const { recorded, ...found } = compareKnown({ kind, claimed }, span, known);
  return recorded ? { ...found, reason: found.reason ?? 'recorded' } : found;
}

/** `recorded`: what is known was found elsewhere. */
function compareKnown(
  { kind, claimed }: Pick<Claim, 'kind' | 'claimed'>,
  span: Span,
  { measured, inHand, redacted }: KnownBytes,
): Omit<Finding, 'claim'> & { readonly recorded?: boolean } {
  const isRecorded = measured.get(spanKey(span))?.recorded === true;
  if (kind === 'size')
    return { ...compare(claimed, String(span.length)), recorded: isRecorded || redacted.has(spanKey(span)) };
  const parsed = parseDigest(claimed);
  if (!parsed || !canCompare(parsed.algorithm)) return { verdict: 'unknown', actual: null, reason: 'algorithm' };
  const measurement = measured.get(spanKey(span));
  if (kind === 'diff-id') {
    if (!measurement) return PENDING;
    if (parsed.algorithm !== 'sha256') return { verdict: 'unknown', actual: null, reason: 'algorithm' };
    if (measurement.diffId === null) return { verdict: 'unknown', actual: null, reason: whyNotUnpacked(measurement) };
    return { ...compare(claimed, measurement.diffId), recorded: isRecorded };
  }
  const held = inHand.get(spanKey(span));
  if (redacted.has(spanKey(span))) return { verdict: 'unknown', actual: null, reason: 'redacted' };
  if (held !== undefined && parsed.algorithm === 'sha256') return compare(claimed, held);
  const actual = measurement?.stored[parsed.algorithm];
  return actual === undefined ? PENDING : { ...compare(claimed, actual), recorded: isRecorded };
}

const PENDING = { verdict: 'pending', actual: null, reason: null } as const;

/** Whether what is claimed is what is there. */
export function compare(claimed: string, actual: string): Omit<Finding, 'claim'> {
  return { verdict: claimed === actual ? 'matches' : 'mismatch', actual, reason: null };
}

/** Why there is nothing to say of unpacked bytes. */
export function whyNotUnpacked(measurement: Measurement): 'encrypted' | 'unreadable' {
  return measurement.diagnostics.some((each) => each.severity === 'error') ? 'unreadable' : 'encrypted';
}

/** How many different names were held against their bytes: one statement repeated in two documents of a hybrid is one. */
export interface Summary {
  readonly total: number;
  readonly matches: number;
  readonly mismatches: number;
  readonly missing: number;
  readonly pending: number;
  readonly unknown: number;
}

export function summarise(findings: readonly Finding[]): Summary {
  const distinct = new Map<string, Finding>();
  for (const [, finding] of new Map(findings.map((each) => [each.claim.id, each]))) {
    const { kind, claimed, span, target } = finding.claim;
    // Sizes are checked, but they are not names: a size only counts when it is wrong.
    if (kind === 'size' && finding.verdict !== 'mismatch') continue;
    const name = `${kind === 'size' ? 'size ' : ''}${claimed} ${span ? spanKey(span) : target}`;
    // One hash may be claimed of the stored and of the unpacked bytes: then it is as good as its worse claim.
    const other = distinct.get(name);
    distinct.set(name, (other && verdictOf([other, finding])) ?? finding);
  }
  const count = (verdict: Finding['verdict']): number =>
    [...distinct.values()].filter((finding) => finding.verdict === verdict).length;
  return {
    total: distinct.size,
    matches: count('matches'),
    mismatches: count('mismatch'),
    missing: count('missing'),
    pending: count('pending'),
    unknown: count('unknown'),
  };
}

/** The verdict of one cell: the worst of its claims; null when nothing is claimed of it. */
export function verdictOf(findings: readonly Finding[]): Finding | null {
  const order: readonly Finding['verdict'][] = ['mismatch', 'missing', 'unknown', 'pending', 'matches'];
  for (const verdict of order) {
    const finding = findings.find((each) => each.verdict === verdict);
    if (finding) return finding;
  }
  return null;
}
