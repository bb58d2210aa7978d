import type { GoValue } from '../bytes/goJson';

export type GoObject = ReadonlyMap<string, GoValue>;

/** The value as an object; an empty one when it is something else. */
export function objectOf(value: GoValue | undefined): GoObject {
  return isObject(value) ? value : new Map();
}

export function isList(value: GoValue | undefined): value is readonly GoValue[] {
  return Array.isArray(value);
}

export function isObject(value: GoValue | undefined): value is GoObject {
  return value instanceof Map;
}

/** As Go writes a map: keys in the order of their bytes. Inner objects keep their order. */
export function sorted(map: ReadonlyMap<string, GoValue>): ReadonlyMap<string, GoValue> {
  return new Map([...map].sort(([a], [b]) => compareBytes(a, b)));
}

const utf8 = new TextEncoder();

function compareBytes(a: string, b: string): number {
  const left = utf8.encode(a);
  const right = utf8.encode(b);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** As Go writes a time it has read: RFC 3339 without trailing zeros in the fraction, the zone kept. */
export function goTime(text: string): string {
  const match = /^(.*T\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(text);
  if (!match) return text;
  const fraction = (match[2] ?? '').slice(0, 10).replace(/\.?0+$/, '');
  return `${match[1] ?? ''}${fraction}${match[3] === '+00:00' ? 'Z' : (match[3] ?? '')}`;
}

/** As Go writes a field of a struct that is a time; one that is not given is the year 1. */
export function goTimeOf(value: GoValue | undefined): string {
  return typeof value === 'string' ? goTime(value) : '0001-01-01T00:00:00Z';
}

/** An object with the given fields in order; undefined ones are left out. */
export function goObject(fields: readonly (readonly [string, GoValue | undefined])[]): ReadonlyMap<string, GoValue> {
  return new Map(fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

/** What Go leaves out of a field that is marked `omitempty`. */
export function isEmpty(value: GoValue | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === false || value === 0) return true;
  if (isList(value)) return value.length === 0;
  if (isObject(value)) return value.size === 0;
  return typeof value === 'object' && Number(value.raw) === 0;
}
