import type { Details, Diagnostic, DiagnosticCode } from '../errors';
import { LIMITS } from '../limits';
import { EMPTY_BLOB } from '../model/schema1';
import type { Schema1Step } from './schema1Step';

const ID = /^[0-9a-f]{64}$/;

/**
 * What is wrong with the steps of a schema 1 manifest, newest first, by the rules of containers/image (manifest/docker_schema1.go):
 * as many layers as steps, IDs of 64 hexadecimal digits and each once, each step's parent the one after it, none below the base.
 */
export function entryFindings(
  steps: readonly Schema1Step[],
  { layers, history, path }: { readonly layers: number; readonly history: number; readonly path: string },
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const counts = new Map<DiagnosticCode, number>();
  const report = (code: DiagnosticCode, severity: Diagnostic['severity'], details: Details): void => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count <= LIMITS.diagnosticsPerCode) found.push({ code, severity, path, details });
  };
  if (layers !== history) report('schema1-counts-differ', 'error', { layers, history });
  const seen = new Map<string, number>();
  for (const { index, v1, blobSum, throwaway } of steps) {
    if (throwaway && blobSum !== null && blobSum !== EMPTY_BLOB) {
      report('schema1-throwaway-blob', 'warning', { step: index, blobSum });
    }
    if (!v1) continue;
    const id = v1.id ?? '';
    if (!ID.test(id)) report('schema1-id-invalid', 'error', { step: index, id });
    const next = steps[index + 1];
    const earlier = seen.get(id);
    // Tools take a step that is written twice in a row for one.
    const isRun = earlier === index - 1;
    if (earlier !== undefined && id !== '') {
      report('schema1-id-repeated', isRun ? 'warning' : 'error', { step: index, id, first: earlier });
    }
    seen.set(id, index);
    if (next && (!next.v1 || next.v1.id === v1.id)) continue;
    const parent = v1.parent ?? '';
    const expected = next?.v1?.id ?? '';
    if (parent !== expected) report('schema1-parent-broken', 'error', { step: index, parent, expected });
  }
  return found;
}
