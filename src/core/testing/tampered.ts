import { measureRequests, measureSpans, openArchive, patchedBlob, repair, represent, tamper } from '../engine';
import type { Archive, Image } from '../model/archive';
import { spanKey, type Span } from '../model/source';
import type { Measurement } from '../model/facts';
import { followMembers, type DigestChange, type Follow, type RepairStep, type Tamper } from '../model/tamper';
import { digestChanges } from '../verify/changes';
import { namesAfter, type ColumnNames } from '../verify/names';

/** An archive, opened and measured whole. */
export interface Measured {
  readonly blob: Blob;
  readonly archive: Archive;
  readonly image: Image | null;
  readonly measurements: readonly Measurement[];
}

export async function measured(blob: Blob, name = 'x.tar'): Promise<Measured> {
  const archive = await openArchive({ blob }, name);
  const measurements = await measureSpans(archive.source, measureRequests(archive));
  return { blob, archive, image: archive.images[0] ?? null, measurements };
}

/** A changed copy, opened and measured anew. */
export interface Changed extends Measured {
  readonly follow: Follow;
}

export async function changedBy(before: Measured, ...changes: readonly Tamper[]): Promise<Changed> {
  let now: Changed = { ...before, follow: (span) => span };
  for (const change of changes) {
    const { archive, follow } = now;
    const patch = await tamper(now, change);
    if (typeof patch === 'string') throw new Error(patch);
    const next = await measured(patchedBlob(archive.source, patch.pieces));
    const step = followMembers(archive.members, patch, next.archive.members);
    now = { ...next, follow: through(follow, step) };
  }
  return now;
}

const through =
  (first: Follow, second: Follow) =>
  (span: Span): Span | null => {
    const at = first(span);
    return at && second(at);
  };

/** The names of the image before, in each form, against a changed copy. */
export async function namesOf(before: Measured, after: Changed): Promise<readonly ColumnNames[]> {
  const { archive, image, measurements } = before;
  if (!image) throw new Error('no image');
  const forms = await represent({ documents: archive.documents }, image, measurements);
  const { follow } = after;
  return namesAfter(image, forms, { documents: after.archive.documents, measurements: after.measurements, follow });
}

/** Digests of the layers before and after. */
export function changesOf(before: Measured, after: Changed): readonly DigestChange[] {
  return digestChanges(
    before.image?.layers ?? [],
    { before: before.measurements, after: after.measurements },
    after.follow,
  );
}

/** A changed copy with so many levels of names rewritten, opened and measured anew. */
export async function repairedBy(
  before: Measured,
  after: Changed,
  levels: number,
): Promise<Measured & { readonly steps: readonly RepairStep[] }> {
  const { steps, patch } = await repair(after.archive, changesOf(before, after), levels);
  return { ...(await measured(patchedBlob(after.archive.source, patch.pieces))), steps };
}

/** What was measured of a span. */
export function measurementOf({ measurements }: Measured, span: Span | null): Measurement | undefined {
  return span ? measurements.find((each) => spanKey(each.span) === spanKey(span)) : undefined;
}
