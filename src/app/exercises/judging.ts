import { readNumber } from '../lesson/check';
import type { Given, Remark, RemarkCode, Values, Verdict } from './model';

export function remark(code: RemarkCode, field: string | null = null, values: Values = {}): Remark {
  return { code, field, values };
}

export function verdict(...remarks: readonly (Remark | null)[]): Verdict {
  return { remarks: remarks.filter((each) => each !== null) };
}

/** What is said in a field as one text, without spaces around it. */
export function textOf(given: Given, field: string): string {
  const value = given[field];
  return typeof value === 'string' ? value.trim() : '';
}

export function listOf(given: Given, field: string): readonly string[] {
  const value = given[field];
  return typeof value === 'object' ? value : [];
}

export function judgeNumber(given: Given, field: string, right: number): Remark | null {
  const number = readNumber(textOf(given, field));
  if (number === null) return remark('not-a-number', field);
  return number === right ? null : remark('wrong', field);
}

export function judgeChoice(given: Given, field: string, right: string): Remark | null {
  return textOf(given, field) === right ? null : remark('wrong', field);
}

/** Says how many are missing and how many too many, and not which. */
export function judgeSet(given: Given, field: string, right: ReadonlySet<string>): Remark | null {
  const chosen = new Set(listOf(given, field));
  const extra = [...chosen].filter((each) => !right.has(each)).length;
  const missing = right.size - (chosen.size - extra);
  return missing + extra === 0 ? null : remark('set', field, { missing: `${missing}`, extra: `${extra}` });
}

/** Says up to where the order is right. */
export function judgeOrder(given: Given, field: string, right: readonly string[]): Remark | null {
  const order = listOf(given, field);
  const wrong = right.findIndex((each, index) => order[index] !== each);
  return wrong < 0 ? null : remark('order', field, { count: `${wrong}` });
}
