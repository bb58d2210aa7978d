import type { Diagnostic, DiagnosticCode, Details } from '../errors';
import { LIMITS } from '../limits';
import { decodeText } from './jsonText';
import { walkJson, type JsonProblem, type JsonVisitor } from './jsonWalk';

/** A parsed document. `value` is undefined when the bytes are not read as JSON; a diagnostic then says why and where. */
export interface ParsedJson {
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

const PROBLEMS: Readonly<Record<JsonProblem['kind'], DiagnosticCode>> = {
  syntax: 'json-syntax',
  'too-deep': 'json-too-deep',
  'too-many-tokens': 'json-too-large',
};

/**
 * Reads a document as strict JSON in UTF-8. Of a key given twice the last value counts, and keys that differ in case are
 * different: both are reported, because readers written in Go take them for one. `path` is for the diagnostics.
 * `details` of a `json-syntax` have `line`, `column` (from 1) and `character` (from 0) of the first token that does not fit.
 */
export function parseJson(bytes: Uint8Array, path: string): ParsedJson {
  const diagnostics: Diagnostic[] = [];
  const report = (code: DiagnosticCode, severity: Diagnostic['severity'], details: Details): void =>
    void diagnostics.push({ code, severity, path, details: { path, ...details } });

  if (bytes.length > LIMITS.documentBytes) {
    report('json-too-large', 'error', { size: bytes.length, limit: LIMITS.documentBytes });
    return { value: undefined, diagnostics };
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    report('json-encoding', 'error', { encoding: decoded.encoding, at: decoded.offset });
    return { value: undefined, diagnostics };
  }
  if (decoded.byteOrderMark) report('json-encoding', 'warning', { encoding: 'UTF-8 with a byte order mark', at: 0 });

  const duplicates = new DuplicateKeys();
  const problem = walkJson(decoded.text, duplicates);
  for (const details of duplicates.found) report('json-duplicate-key', 'warning', details);
  if (problem) {
    const { kind, line, column, offset } = problem;
    report(PROBLEMS[kind], 'error', { line, column, character: offset });
    return { value: undefined, diagnostics };
  }
  const value: unknown = JSON.parse(decoded.text);
  return { value, diagnostics };
}

/** Finds keys that one object gives twice, exactly or in another case. */
class DuplicateKeys implements JsonVisitor {
  readonly found: Details[] = [];
  /** For each open object, its keys by their folded form; null for an array. */
  private readonly stack: (Map<string, string> | null)[] = [];

  open(type: 'object' | 'array'): void {
    this.stack.push(type === 'object' ? new Map() : null);
  }

  key(name: string, offset: number): void {
    const keys = this.stack.at(-1);
    const folded = foldCase(name);
    const other = keys?.get(folded);
    if (other !== undefined && this.found.length < LIMITS.diagnosticsPerCode) {
      this.found.push({ key: name, other, character: offset });
    }
    keys?.set(folded, name);
  }

  scalar(): void {}

  close(): void {
    this.stack.pop();
  }
}

/** Equal for names that Go's encoding/json takes for the same field: by Unicode's simple folding, so `ſ` is `s` and `K` is `k`. */
function foldCase(name: string): string {
  return name.toUpperCase().toLowerCase();
}
