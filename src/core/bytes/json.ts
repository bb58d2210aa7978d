import type { Diagnostic, DiagnosticCode, Details } from '../errors';
import { LIMITS } from '../limits';
import { pointerStep } from '../model/jsonPointer';
import { decodeText } from './jsonText';
import { walkJson, type JsonProblem, type JsonScalar, type JsonVisitor } from './jsonWalk';

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
 * different: both are reported, because readers written in Go take them for one; so are whole numbers that a double does not hold.
 * `path` is for the diagnostics.
 * `details` of a `json-duplicate-key` have the `pointer` of the later of the two (RFC 6901), and its `character` (from 0);
 * those of a `json-syntax` have `line`, `column` (from 1) and `character` (from 0) of the first token that does not fit.
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

  if (bytes.length > LIMITS.registryDocumentBytes) {
    report('json-oversize', 'warning', { size: bytes.length, limit: LIMITS.registryDocumentBytes });
  }

  const oddities = new Oddities();
  const problem = walkJson(decoded.text, oddities);
  for (const details of oddities.duplicates) report('json-duplicate-key', 'warning', details);
  if (oddities.inexact) report('json-inexact-number', 'info', oddities.inexact);
  if (problem) {
    const { kind, line, column, offset } = problem;
    report(PROBLEMS[kind], 'error', { line, column, character: offset });
    return { value: undefined, diagnostics };
  }
  const value: unknown = JSON.parse(decoded.text);
  return { value, diagnostics };
}

/** What readers of a valid text may take for something else. */
class Oddities implements JsonVisitor {
  /** Keys that one object gives twice, exactly or in another case. */
  readonly duplicates: Details[] = [];
  /** The first number that has more digits than a double holds, and how many there are. */
  inexact: { number: string; character: number; count: number } | null = null;
  private readonly stack: Open[] = [];

  open(type: 'object' | 'array'): void {
    this.next();
    this.stack.push(type === 'object' ? { keys: new Map(), step: '' } : { keys: null, step: -1 });
  }

  key(name: string, offset: number): void {
    const object = this.stack.at(-1);
    if (!object?.keys) return;
    const folded = foldCase(name);
    const other = object.keys.get(folded);
    object.keys.set(folded, name);
    object.step = name;
    if (other === undefined || this.duplicates.length === LIMITS.diagnosticsPerCode) return;
    this.duplicates.push({ key: name, other, pointer: this.pointer(), character: offset });
  }

  scalar({ type }: JsonScalar, raw: string, offset: number): void {
    this.next();
    if (type !== 'number' || isExact(raw)) return;
    this.inexact ??= { number: raw.slice(0, LONGEST_NUMBER), character: offset, count: 0 };
    this.inexact.count++;
  }

  close(): void {
    this.stack.pop();
  }

  /** Of what is being read: two hundred times, and each as long as the text, would be too much. */
  private pointer(): string {
    let pointer = '';
    for (const { step } of this.stack) {
      pointer += pointerStep(step);
      if (pointer.length > LIMITS.pointerCharacters) return '';
    }
    return pointer;
  }

  private next(): void {
    const inside = this.stack.at(-1);
    if (typeof inside?.step === 'number') inside.step++;
  }
}

/** An object or array whose end is still to come. */
interface Open {
  /** Keys by their folded form; null for an array. */
  readonly keys: Map<string, string> | null;
  /** The key or index of the value that is being read. */
  step: string | number;
}

const LONGEST_NUMBER = 40;

/** Whether a number has the same digits when it is read as a double and written again. Fractions are written as people like. */
function isExact(raw: string): boolean {
  const value = Number(raw);
  return Number.isSafeInteger(value) || !/^-?\d+$/.test(raw) || String(value) === raw;
}

/** Equal for names that Go's encoding/json takes for the same field: by Unicode's simple folding, so `ſ` is `s` and `K` is `k`. */
export function foldCase(name: string): string {
  return name.toUpperCase().toLowerCase();
}
