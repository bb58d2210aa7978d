import type { SpanState } from '../../app/state';
import type { ColumnId, Facet, Finding, Part } from '../../core/model/representation';
import { verdictOf } from '../../core/verify/verify';

/** What the verdict of a cell says. */
export type CellState =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'running'; readonly percent: number }
  | { readonly kind: 'stopped' | 'failed' | 'waiting' | 'computed' | 'v1Id' | 'nothing' };

/** The finding that decides each cell, by {@link cellKey}: the worst of its claims. */
export function decisive(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const cells = new Map<string, Finding>();
  for (const finding of findings) {
    const key = cellKey(finding.claim.column, finding.claim.part);
    const before = cells.get(key);
    cells.set(key, (before && verdictOf([before, finding])) ?? finding);
  }
  return cells;
}

export function cellKey(column: ColumnId, part: Part): string {
  return `${column} ${part}`;
}

/** The verdict of one cell: what decides it, or why nothing does. `span` is the state of its bytes. */
export function cellState(facet: Facet, finding: Finding | null, span: SpanState | undefined): CellState {
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
