import { MEMBER_TYPES, textAt } from '../model/members';
import type { MemberColumns, MemberQuery, TextColumn } from '../model/members';
import { textTest } from './textTest';

/**
 * Indexes of the members that pass the query's filter, in the query's order. Equal members keep their stored order,
 * also when descending; names are compared by UTF-16 code units, so the order is the same on every machine.
 */
export function orderMembers(columns: MemberColumns, query: MemberQuery): Uint32Array<ArrayBuffer> {
  const name = nameReader(columns.names);
  const order = filtered(columns, query, name);
  if (query.sort === 'stored') return query.descending ? order.reverse() : order;
  const sign = query.descending ? -1 : 1;
  if (query.sort === 'name') {
    const names: string[] = [];
    for (const index of order) names[index] = name(index);
    return order.sort((a, b) => sign * compare(names[a] ?? '', names[b] ?? ''));
  }
  const key = KEYS[query.sort](columns);
  return order.sort((a, b) => sign * compare(key[a] ?? 0, key[b] ?? 0));
}

const KEYS = {
  type: (columns: MemberColumns) => columns.type,
  size: (columns: MemberColumns) => columns.size,
  offset: (columns: MemberColumns) => columns.data,
  mode: (columns: MemberColumns) => columns.mode,
  time: (columns: MemberColumns) => columns.mtime,
} as const;

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function filtered(
  columns: MemberColumns,
  query: MemberQuery,
  name: (index: number) => string,
): Uint32Array<ArrayBuffer> {
  const passes = textTest(query.filter);
  const types = query.types && new Set(query.types.map((type) => MEMBER_TYPES.indexOf(type)));
  const order = new Uint32Array(columns.count);
  let length = 0;
  for (let index = 0; index < columns.count; index++) {
    if (types && !types.has(columns.type[index] ?? -1)) continue;
    if (passes && !passes(name(index))) continue;
    order[length++] = index;
  }
  return order.slice(0, length);
}

/** Decoding 300,000 names one by one costs several times as much as cutting them out of one string, which is right when every byte is a character. */
function nameReader(column: TextColumn): (index: number) => string {
  if (column.text.some((byte) => byte > 0x7f)) return (index) => textAt(column, index);
  const text = new TextDecoder().decode(column.text);
  return (index) => text.slice(column.starts[index], column.starts[index + 1]);
}
