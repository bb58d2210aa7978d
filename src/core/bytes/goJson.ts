import { decodeText } from './jsonText';
import { walkJson, type JsonScalar, type JsonVisitor } from './jsonWalk';

/** Source text that is written as it stands: a number, which may say more than a double holds, or what Go calls a RawMessage. */
export interface RawText {
  readonly raw: string;
}

/** A JSON value that keeps the order of keys and the text of numbers. */
export type GoValue = string | boolean | null | number | RawText | readonly GoValue[] | ReadonlyMap<string, GoValue>;

/**
 * Compact JSON, byte for byte as Go's `encoding/json` (1.22 and later) marshals it, keys in the order of the map.
 * Throws RangeError for a number that JSON has no form for.
 */
export function goStringify(value: GoValue): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(write(value));
}

/**
 * The value of a JSON document for writing it again: numbers keep their text; of a key given twice the last value counts,
 * at the place of the first; lone surrogates become U+FFFD, as in Go. Null for bytes that are not JSON: parseJson says why.
 */
export function parseExact(bytes: Uint8Array): GoValue {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return null;
  const builder = new ValueBuilder();
  return walkJson(decoded.text, builder) ? null : builder.root;
}

/**
 * The members of an object with their values as a Go program has them that only passes them on (`map[string]*json.RawMessage`):
 * without white space, `<`, `>`, `&` and the two line separators escaped, everything else, escapes too, as it stands. Empty for bytes that are no JSON object.
 */
export function rawFields(bytes: Uint8Array): ReadonlyMap<string, RawText> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return new Map();
  const builder = new FieldsBuilder(decoded.text);
  return walkJson(decoded.text, builder) ? new Map() : builder.fields;
}

/** Recursion is safe: values come from our own code, or from parseExact, which limits nesting. */
function write(value: GoValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') return writeNumber(value);
  if ('raw' in value) return value.raw;
  if ('get' in value) return `{${[...value].map(([key, item]) => `${quote(key)}:${write(item)}`).join(',')}}`;
  return `[${value.map(write).join(',')}]`;
}

/** Go and JavaScript choose the same digits and the same exponents, but for negative zero. */
function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written as JSON`);
  return Object.is(value, -0) ? '-0' : String(value);
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** With the `u` flag, `\p{Cs}` matches surrogates that are not part of a pair. */
const ESCAPED = /["\\<>&\u2028\u2029\p{Cc}\p{Cs}]/gu;

function quote(text: string): string {
  return `"${text.replace(ESCAPED, escape)}"`;
}

function escape(character: string): string {
  const short = SHORT_ESCAPES.get(character);
  if (short !== undefined) return short;
  const code = character.charCodeAt(0);
  if (code >= 0x7f && code <= 0x9f) return character;
  return `\\u${(isSurrogate(code) ? 0xfffd : code).toString(16).padStart(4, '0')}`;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

class ValueBuilder implements JsonVisitor {
  root: GoValue = null;
  private readonly stack: (GoValue[] | Map<string, GoValue>)[] = [];
  private readonly names: string[] = [];

  open(type: 'object' | 'array'): void {
    const container = type === 'object' ? new Map<string, GoValue>() : [];
    this.add(container);
    this.stack.push(container);
  }

  key(name: string): void {
    this.names.push(wellFormed(name));
  }

  scalar(scalar: JsonScalar, raw: string): void {
    this.add(scalarValue(scalar, raw));
  }

  close(): void {
    this.stack.pop();
  }

  private add(value: GoValue): void {
    const parent = this.stack.at(-1);
    if (!parent) this.root = value;
    else if (Array.isArray(parent)) parent.push(value);
    else parent.set(this.names.pop() ?? '', value);
  }
}

function scalarValue(scalar: JsonScalar, raw: string): GoValue {
  switch (scalar.type) {
    case 'string':
      return wellFormed(scalar.value);
    case 'number':
      return { raw };
    case 'boolean':
      return scalar.value;
    case 'null':
      return null;
  }
}

function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** Keeps the values of the outermost object as text. */
class FieldsBuilder implements JsonVisitor {
  readonly fields = new Map<string, RawText>();
  private depth = 0;
  private start = 0;
  private name = '';
  private isObject = false;

  constructor(private readonly text: string) {}

  open(type: 'object' | 'array', offset: number): void {
    if (this.depth === 0) this.isObject = type === 'object';
    if (this.depth === 1) this.start = offset;
    this.depth++;
  }

  key(name: string): void {
    if (this.depth === 1) this.name = wellFormed(name);
  }

  scalar(_: JsonScalar, raw: string): void {
    if (this.depth === 1) this.add(raw);
  }

  close(end: number): void {
    this.depth--;
    if (this.depth === 1) this.add(compact(this.text.slice(this.start, end)));
  }

  private add(raw: string): void {
    if (this.isObject) this.fields.set(this.name, { raw: raw.replace(/[<>&\u2028\u2029]/g, escape) });
  }
}

/** JSON without the white space between its tokens. */
function compact(json: string): string {
  let out = '';
  let from = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const character = json[i];
    if (inString && character === '\\') i++;
    else if (character === '"') inString = !inString;
    else if (!inString && (character === ' ' || character === '\n' || character === '\r' || character === '\t')) {
      out += json.slice(from, i);
      from = i + 1;
    }
  }
  return out + json.slice(from);
}
