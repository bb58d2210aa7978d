import { parseExact, type GoValue } from '../bytes/goJson';
import { isEmpty, isList, isObject } from '../formats/goValues';
import { step } from '../formats/statements/context';
import { LIMITS } from '../limits';
import type { Document } from '../model/archive';
import type { ExportPlan } from '../model/export';

/**
 * What `from` says and `to` has no place for: JSON pointers (RFC 6901) of values that are not empty in `from` and are absent or
 * empty in `to`, each subtree once, at most `LIMITS.droppedListed`. Elements of lists correspond by their position; a value that only differs is not dropped.
 */
export function droppedFields(from: Pick<Document, 'bytes'>, to: Pick<Document, 'bytes'>): string[] {
  const dropped: string[] = [];
  collect(parseExact(from.bytes), parseExact(to.bytes), '', dropped);
  return dropped;
}

/** The same as places in documents. */
export function dropped(from: Pick<Document, 'bytes' | 'id'>, to: Pick<Document, 'bytes'>): ExportPlan['dropped'] {
  return droppedFields(from, to).map((pointer) => ({ document: from.id, pointer }));
}

/** Recursion is safe: parseExact limits nesting. */
function collect(from: GoValue, to: GoValue | undefined, pointer: string, dropped: string[]): void {
  if (isBlank(from) || dropped.length === LIMITS.droppedListed) return;
  if (isBlank(to)) dropped.push(pointer);
  else if (isObject(from) && isObject(to)) {
    for (const [key, value] of from) collect(value, to.get(key), `${pointer}/${step(key)}`, dropped);
  } else if (isList(from) && isList(to)) {
    for (const [i, value] of from.entries()) collect(value, to[i], `${pointer}/${i}`, dropped);
  }
}

/** Empty itself, or an object that gives every field as empty, as Go writes a struct that was left out. A set, `{"80/tcp":{}}`, says something. */
function isBlank(value: GoValue | undefined): boolean {
  return (
    isEmpty(value) || (isObject(value) && [...value.values()].every((field) => !isObject(field) && isEmpty(field)))
  );
}
