import type { Tampered } from '../../app/bench';
import type { Workspace } from '../../app/state';
import { notices } from '../../core/verify/names';
import type { TamperOutcome } from '../../i18n/tamperTools';

/** What is wrong with a changed copy for the tools that read it; null where it was not tried what they say of it. */
export function outcomeOf(
  { archive }: Workspace,
  { names, table, before, tampering, steps, archive: now }: Tampered,
): TamperOutcome | null {
  const { tampers, repaired } = tampering;
  // Where it is cut, or which byte of the tar is another one, decides what a tool comes to first.
  if (tampers.some(({ kind }) => kind === 'cut' || kind === 'byte')) return null;
  const isOdd = (code: string): boolean => code.startsWith('tar-');
  if (
    now.diagnostics.filter(({ code }) => isOdd(code)).length >
    archive.diagnostics.filter(({ code }) => isOdd(code)).length
  )
    return null;
  const bad = (counts: Tampered['table']['counts']): number => counts.mismatch + counts.missing + counts.unknown;
  if (bad(before.counts) > 0) return null;
  const isWhole = bad(table.counts) === 0;
  if (isWhole) return names.some(({ missing }) => missing.length > 0) ? { kind: 'missing' } : { kind: 'holds' };
  const isUnreadable = table.rows.some(({ reason }) => reason === 'unreadable');
  if (repaired > 0 && repaired === steps.length && isUnreadable) return { kind: 'unreadable' };
  // Half rewritten, nobody has tried.
  if (repaired > 0 || !names.some(notices)) return null;
  if (names.some(({ missing }) => missing.length > 0)) return { kind: 'missing' };
  const row =
    table.rows.find(({ kind, verdict, about }) => verdict === 'mismatch' && about === 'layer' && kind === 'digest') ??
    table.rows.find(({ kind, verdict }) => verdict === 'mismatch' && kind === 'diff-id');
  if (!row?.claimed || !row.actual || row.number === null) return null;
  return { kind: 'differs', number: row.number, expected: row.claimed, actual: row.actual };
}
