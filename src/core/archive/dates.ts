import type { Diagnostic } from '../errors';
import { wrongDates } from '../formats/dates';
import type { Document } from '../model/archive';
import { DiagnosticList } from '../tar/diagnosticList';

/** Dates in configs and v1 documents that are none to tools written in Go: the first of each document, and how many there are. */
export function dateFindings(documents: readonly Document[]): Diagnostic[] {
  const found = new DiagnosticList();
  for (const document of documents) {
    if (document.kind !== 'config' && document.kind !== 'v1-json') continue;
    const wrong = wrongDates(document);
    const [first] = wrong;
    if (!first) continue;
    const [pointer, value] = first;
    const details = { path: document.path, pointer, value: textOf(value), count: wrong.length };
    found.add('created-invalid', 'warning', details, { path: document.path });
  }
  return found.finish();
}

const SHOWN = 100;

function textOf(value: unknown): string {
  return (JSON.stringify(value) ?? '').slice(0, SHOWN);
}
