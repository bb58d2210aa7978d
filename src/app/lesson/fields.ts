import type { LessonProblem } from './model';

/** A line `name: value` of a chapter. */
export interface Field {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** Reads lines `name: value`; empty lines are none. `firstLine` is the number of the first in the file. */
export function readFields(
  text: string,
  firstLine: number,
  problem: (problem: LessonProblem) => void,
): readonly Field[] {
  return text.split('\n').flatMap((source, index): Field[] => {
    const line = firstLine + index;
    if (source.trim() === '') return [];
    const [, name, value] = /^([a-z]+):[ \t]+(\S.*?)\s*$/.exec(source) ?? [];
    if (name === undefined || value === undefined) {
      problem({ code: 'line', line, found: source });
      return [];
    }
    return [{ name, value, line }];
  });
}

/** The values by name; of names in `repeated` there may be several. Unknown names, and others given twice, are problems. */
export function byName(
  fields: readonly Field[],
  known: readonly string[],
  repeated: readonly string[],
  problem: (problem: LessonProblem) => void,
): ReadonlyMap<string, Field> {
  const found = new Map<string, Field>();
  for (const field of fields) {
    const { name, line } = field;
    if (repeated.includes(name)) continue;
    if (!known.includes(name)) problem({ code: 'unknown-field', line, found: name });
    else if (found.has(name)) problem({ code: 'twice', line, found: name });
    else found.set(name, field);
  }
  return found;
}
