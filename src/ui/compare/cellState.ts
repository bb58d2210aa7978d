import type { SpanState } from '../../app/state';
import type { ColumnId, Facet, Finding, Part } from '../../core/model/representation';
import { verdictOf } from '../../core/verify/verify';

/** What the verdict of a cell says. */
export type CellState =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'running'; readonly percent: number }
  | { readonly kind: 'stopped' | 'failed' | 'waiting' | 'computed' | 'v1Id' | 'nothing' };

/** Findings by cell, for {@link cellState}. */
export function findingsByCell(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const cells = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = cellKey(finding.claim.column, finding.claim.part);
    const cell = cells.get(key);
    if (cell) cell.push(finding);
    else cells.set(key, [finding]);
  }
  return cells;
}

export function cellKey(column: ColumnId, part: Part): string {
  return `${column} ${part}`;
}

/** The verdict of one cell: its claims against what is known, or why there is none. `span` is the state of its bytes. */
export function cellState(facet: Facet, findings: readonly Finding[], span: SpanState | undefined): CellState {
  const finding = verdictOf(findings);
  if (finding && finding.verdict !== 'pending') return { kind: 'finding', finding };
  if (finding && span) {
    if (span.kind === 'running') {
      return { kind: 'running', percent: span.total > 0 ? Math.floor((100 * span.done) / span.total) : 0 };
    }
    if (span.kind === 'stopped' || span.kind === 'failed' || span.kind === 'waiting') return { kind: span.kind };
  }
  if (finding) return { kind: 'waiting' };
  if (facet.role === 'pointer') return { kind: 'nothing' };
  if (facet.v1IdKind !== null) return { kind: 'v1Id' };
  if (facet.origin === 'derived') return { kind: facet.digest === null ? 'nothing' : 'computed' };
  return { kind: 'nothing' };
}
