import type { Details, Diagnostic, DiagnosticCode } from '../errors';
import { LIMITS } from '../limits';

/** Collects diagnostics, at most LIMITS.diagnosticsPerCode of each code; the last one listed says in `more` how many are not. */
export class DiagnosticList {
  private readonly list: Diagnostic[] = [];
  private readonly counts = new Map<DiagnosticCode, number>();

  add(
    code: DiagnosticCode,
    severity: Diagnostic['severity'],
    details: Details,
    at: Pick<Diagnostic, 'path' | 'offset' | 'layer'> = {},
  ): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count <= LIMITS.diagnosticsPerCode) this.list.push({ code, severity, details, ...at });
  }

  /** Whether another one of this code would be listed, not only counted. */
  isWanted(code: DiagnosticCode): boolean {
    return (this.counts.get(code) ?? 0) < LIMITS.diagnosticsPerCode;
  }

  finish(): Diagnostic[] {
    for (const [code, count] of this.counts) {
      const more = count - LIMITS.diagnosticsPerCode;
      if (more <= 0) continue;
      const last = this.list.findLastIndex((diagnostic) => diagnostic.code === code);
      const diagnostic = this.list[last];
      if (diagnostic) this.list[last] = { ...diagnostic, details: { ...diagnostic.details, more } };
    }
    return this.list;
  }
}
