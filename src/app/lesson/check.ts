import { isFactName } from './facts';
import type { Field } from './fields';
import { byName, readFields } from './fields';
import { readLine } from './markdown';
import type { Check, CheckWords, Choice, Expected, LessonProblem } from './model';

const PART = /^(?:pointer|manifest|config|mark|layer:[1-9]\d{0,5})$/;
const REPEATED = ['right', 'wrong'] as const;

/** Reads the lines of a question: `ask`, then `number`, `part`, or `right` and `wrong` choices in the order in which they are shown. */
export function readCheck(text: string, line: number, problem: (problem: LessonProblem) => void): Check | null {
  const fields = readFields(text, line, problem);
  const found = byName(fields, ['ask', 'number', 'part', 'hint', 'why'], REPEATED, problem);
  const inlines = (field: Field | undefined): CheckWords['hint'] =>
    field ? readLine(field.value, field.line, problem) : null;
  const choices = fields
    .filter(({ name }) => name === 'right' || name === 'wrong')
    .map((field): Choice => ({ isRight: field.name === 'right', text: inlines(field) ?? [] }));
  const ask = inlines(found.get('ask'));
  const number = found.get('number');
  const part = found.get('part');
  const kinds = [number, part, choices[0]].filter((each) => each !== undefined);
  if (!ask || kinds.length !== 1) {
    problem({ code: 'check', line, found: '' });
    return null;
  }
  const words: CheckWords = { ask, hint: inlines(found.get('hint')), why: inlines(found.get('why')) };
  if (number) {
    const answer = readExpected(number.value);
    if (answer !== null) return { ...words, kind: 'number', answer };
    problem({ code: 'fact', line: number.line, found: number.value });
    return null;
  }
  if (part) {
    if (PART.test(part.value)) return { ...words, kind: 'part', answer: part.value };
  } else if (choices.length > 1 && choices.filter(({ isRight }) => isRight).length === 1) {
    return { ...words, kind: 'choice', choices };
  }
  problem({ code: 'check', line, found: part?.value ?? '' });
  return null;
}

function readExpected(text: string): Expected | null {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  return isFactName(text) ? { fact: text } : null;
}

/** A number as people type it: `2 048`, `0x800`, in any digits of Arabic; null for anything else. */
export function readNumber(text: string): number | null {
  const plain = text
    .replace(/[\s\u202f\u00a0_]/g, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
  return /^(?:\d{1,15}|0x[\da-f]{1,12})$/i.test(plain) ? Number(plain) : null;
}
