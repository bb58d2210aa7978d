import { byName, readFields } from '../lesson/fields';
import { lineOf, plainText, readBlock, readLine, readMarkdown } from '../lesson/markdown';
import type { Block, LessonProblem } from '../lesson/model';
import type { ChoiceText, ExerciseText, FieldText, SectionText } from './model';

type Report = (problem: LessonProblem) => void;

/** The sections of every file, in their order, in every language by these names. */
const SECTIONS = ['predict', 'do', 'hint', 'hint', 'solution', 'why'] as const;
const REQUIRED = ['title', 'minutes', 'state'] as const;

/** The words of an exercise, or why a text has none. */
export type ParsedExercise =
  | { readonly kind: 'exercise'; readonly exercise: ExerciseText }
  | { readonly kind: 'problems'; readonly problems: readonly LessonProblem[] };

/**
 * Reads an exercise: front matter (`title`, `minutes`, `state`, perhaps `stars: 1`), prose, then the sections. Fenced blocks `field` in
 * `predict` and `do` are what the reader answers.
 */
export function parseExercise(number: number, source: string): ParsedExercise {
  const problems: LessonProblem[] = [];
  const problem: Report = (each) => problems.push(each);
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    return { kind: 'problems', problems: [{ code: 'front-matter', line: 1, found: lines[0] ?? '' }] };
  }
  const front = byName(readFields(lines.slice(1, end).join('\n'), 2, problem), [...REQUIRED, 'stars'], [], problem);
  for (const name of REQUIRED) if (!front.has(name)) problem({ code: 'missing-field', line: 1, found: name });
  const value = (name: string): string => front.get(name)?.value ?? '';
  if (!/^[1-9]\d?$/.test(value('minutes'))) problem({ code: 'field', line: 2, found: `minutes: ${value('minutes')}` });

  // Lines of the front matter are left empty, so that the others keep their numbers.
  const [prose, ...sections] = readSections('\n'.repeat(end + 1) + lines.slice(end + 1).join('\n'), problem);
  const at = (index: number): SectionText => sections[index] ?? { prose: [], fields: [] };
  const exercise: ExerciseText = {
    number,
    title: value('title'),
    minutes: Number(value('minutes')),
    isHard: front.has('stars'),
    state: value('state'),
    prose: prose?.prose ?? [],
    predict: at(0),
    task: at(1),
    hints: [at(2).prose, at(3).prose],
    solution: at(4).prose,
    why: at(5).prose,
  };
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'exercise', exercise };
}

/** What is before the first heading, then each section. */
function readSections(text: string, problem: Report): readonly SectionText[] {
  const sections: { name: string; line: number; prose: Block[]; fields: FieldText[] }[] = [];
  const begin = (name: string, line: number): void => void sections.push({ name, line, prose: [], fields: [] });
  begin('', 1);
  for (const node of readMarkdown(text)) {
    const line = lineOf(node);
    const section = sections.at(-1);
    if (node.type === 'heading') {
      const name = plainText(node.children, problem);
      if (name !== SECTIONS[sections.length - 1]) problem({ code: 'heading', line, found: name });
      begin(name, line);
    } else if (node.type === 'code' && node.lang === 'field') {
      const field = readField(node.value, line + 1, problem);
      if (field) section?.fields.push(field);
      if (section?.name !== 'predict' && section?.name !== 'do') problem({ code: 'heading', line, found: 'field' });
    } else {
      section?.prose.push(...readBlock(node, problem));
    }
  }
  if (sections.length !== SECTIONS.length + 1) problem({ code: 'missing-field', line: 1, found: SECTIONS.join(' ') });
  for (const { name, line, prose, fields } of sections)
    if (prose.length + fields.length === 0) problem({ code: 'no-prose', line, found: name });
  return sections;
}

function readField(text: string, line: number, problem: Report): FieldText | null {
  const fields = readFields(text, line, problem);
  const found = byName(fields, ['name', 'ask'], ['choose'], problem);
  const name = found.get('name');
  const ask = found.get('ask');
  if (!name || !ask) {
    problem({ code: 'missing-field', line, found: 'name, ask' });
    return null;
  }
  const choices = fields.flatMap((field): ChoiceText[] => {
    if (field.name !== 'choose') return [];
    const [, id, words] = /^([a-z\d]+) (.+)$/.exec(field.value) ?? [];
    if (id !== undefined && words !== undefined) return [{ id, text: readLine(words, field.line, problem) }];
    problem({ code: 'field', line: field.line, found: `choose: ${field.value}` });
    return [];
  });
  return { name: name.value, ask: readLine(ask.value, ask.line, problem), choices };
}
