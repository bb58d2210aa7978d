import type { Document } from '../model/archive';
import { valueOf } from './documents';
import { isObject } from './guess';
import { isGoTime } from './rfc3339';
import { AnyObject } from './shapes';

/** Dates of a config or v1 document, of the image and of its steps, for which tools written in Go refuse the document. */
export function wrongDates(document: Document): [pointer: string, date: unknown][] {
  return [...datesOf(document)].filter(([, date]) => !isDate(date));
}

function* datesOf(document: Document): Generator<[pointer: string, date: unknown]> {
  const value = valueOf(document, AnyObject);
  yield ['/created', value?.['created']];
  const history = document.kind === 'config' ? value?.['history'] : null;
  for (const [i, step] of (Array.isArray(history) ? history : []).entries()) {
    if (isObject(step)) yield [`/history/${i}/created`, step['created']];
  }
}

/** Go leaves a date as it is, the year 1, where there is none or null. */
function isDate(date: unknown): boolean {
  return date == null || (typeof date === 'string' && isGoTime(date));
}
