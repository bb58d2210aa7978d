import type { Finding, Verdict } from '../../core/model/representation';

/** Worst first. */
const VERDICTS: readonly Verdict[] = ['mismatch', 'missing', 'unknown', 'pending', 'matches'];

/** The finding to show where there is room for one. */
export function worst(findings: readonly Finding[]): Finding | null {
  return VERDICTS.map((verdict) => findings.find((finding) => finding.verdict === verdict)).find(Boolean) ?? null;
}
