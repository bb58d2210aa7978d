import type { Tampered } from '../../app/bench';
import type { IntegrityTable } from '../../core/model/integrity';
import { notices } from '../../core/verify/names';
import type { TamperOutcome } from '../../i18n/tamperTools';

/** What is wrong with a changed copy for the tools that read it; null where it was not tried what they say of it. */
export function outcomeOf({
  names,
  table,
  before,
  tampering,
  steps,
  archive,
  isDamaged,
}: Omit<Tampered, 'blob'>): TamperOutcome | null {
  const { tampers, repaired } = tampering;
  // Where it is cut, or which byte of the tar is another one, decides what a tool comes to first; so does which of several images it takes.
  if (tampers.some(({ kind }) => kind === 'cut' || kind === 'byte') || archive.images.length > 1) return null;
  if (bad(before) > 0) return null;
  const isUnreadable = table.rows.some(({ reason }) => reason === 'unreadable');
  // Its layers unpack, to no good tar.
  if (isDamaged && !isUnreadable) return null;
  if (bad(table) === 0) return { kind: names.some(({ missing }) => missing.length > 0) ? 'missing' : 'holds' };
  if (repaired > 0) return repaired === steps.length && isUnreadable ? { kind: 'unreadable' } : null;
  if (!names.some(notices)) return null;
  if (names.some(({ missing }) => missing.length > 0)) return { kind: 'missing' };
  const wrong = table.rows.filter(({ verdict, about }) => verdict === 'mismatch' && about === 'layer');
  const diffId = wrong.find(({ kind }) => kind === 'diff-id');
  const row = wrong.find(({ kind }) => kind === 'digest') ?? diffId;
  if (!row?.claimed || !row.actual || row.number === null) return null;
  const { claimed: expected, actual, number } = row;
  if (isUnreadable) return { kind: 'broken', expected, actual };
  // Compressed layers in a docker archive were not tried.
  const isDocker = archive.evidence.some(({ format }) => format === 'docker-archive');
  if (isDocker && diffId?.claimed !== expected) return null;
  return { kind: 'differs', number, expected, actual };
}

const bad = ({ counts }: IntegrityTable): number => counts.mismatch + counts.missing + counts.unknown;
