import * as v from 'valibot';
import { LIMITS } from '../../core/limits';
import { readCheck } from './check';
import { parseCondition } from './condition';
import { byName, readFields, type Field } from './fields';
import { lineOf, plainText, readBlock, readLine, readMarkdown } from './markdown';
import type { Block, Chapter, Check, Condition, LessonProblem, LessonStep } from './model';
import { isState } from './state';

/** A chapter, or why its text is none. */
export type ParsedChapter =
  | { readonly kind: 'chapter'; readonly chapter: Chapter }
  | { readonly kind: 'problems'; readonly problems: readonly LessonProblem[] };

type Report = (problem: LessonProblem) => void;
type Node = ReturnType<typeof readMarkdown>[number];

const FRONT_MATTER = /^---[ \t]*\r?\n/;
const REQUIRED = ['id', 'title', 'minutes', 'objective', 'key'] as const;
const Front = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z\d][a-z\d-]{0,40}$/)),
  title: v.pipe(v.string(), v.maxLength(100)),
  minutes: v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/)),
  sample: v.optional(v.pipe(v.string(), v.regex(/^[a-z\d][a-z\d-]{0,60}$/))),
});

/** Whether a text begins as a chapter does. */
export function looksLikeChapter(text: string): boolean {
  return FRONT_MATTER.test(text);
}

/**
 * Reads a chapter: front matter, then for each step a heading of the second level, a fenced block `step`, prose, one quoted task, perhaps a
 * fenced block `check`, and after a heading of the third level what is for the teacher. The text is untrusted: what is not known is refused.
 */
export function parseChapter(source: string): ParsedChapter {
  const problems: LessonProblem[] = [];
  const problem: Report = ({ code, line, found }) => {
    if (problems.length < LIMITS.lessonProblems) {
      problems.push({ code, line, found: found.slice(0, LIMITS.lessonFoundCharacters) });
    }
  };
  const chapter = readChapter(source.replaceAll('\r\n', '\n'), problem);
  if (chapter && problems.length === 0) return { kind: 'chapter', chapter };
  return { kind: 'problems', problems: problems.toSorted((a, b) => a.line - b.line) };
}

function readChapter(source: string, problem: Report): Chapter | null {
  if (source.length > LIMITS.lessonBytes) {
    problem({ code: 'too-large', line: 1, found: String(source.length) });
    return null;
  }
  const lines = source.split('\n');
  const long = longParagraph(lines);
  if (long !== null) {
    problem({ code: 'too-large', line: long, found: '' });
    return null;
  }
  const end = lines.indexOf('---', 1);
  if (!looksLikeChapter(source) || end < 0) {
    problem({ code: 'front-matter', line: 1, found: lines[0] ?? '' });
    return null;
  }
  const fields = readFields(lines.slice(1, end).join('\n'), 2, problem);
  const front = byName(fields, [...REQUIRED, 'sample', 'notes'], [], problem);
  for (const name of REQUIRED) if (!front.has(name)) problem({ code: 'missing-field', line: 1, found: name });
  const head = readHead(front, problem);
  // Lines of the front matter are left empty, so that the others keep their numbers.
  const steps = readSteps(readMarkdown('\n'.repeat(end + 1) + lines.slice(end + 1).join('\n')), problem);
  if (steps.length === 0) problem({ code: 'no-steps', line: end + 1, found: '' });
  if (steps.length > LIMITS.lessonSteps) problem({ code: 'too-large', line: end + 1, found: String(steps.length) });
  return head && { ...head, steps };
}

/** The line at which a paragraph grows too long; null for none. */
function longParagraph(lines: readonly string[]): number | null {
  let length = 0;
  const at = lines.findIndex((line) => {
    length = line.trim() === '' ? 0 : length + line.length;
    return length > LIMITS.lessonParagraphCharacters;
  });
  return at < 0 ? null : at + 1;
}

function readHead(front: ReadonlyMap<string, Field>, problem: Report): Omit<Chapter, 'steps'> | null {
  const parsed = v.safeParse(Front, Object.fromEntries([...front].map(([name, field]) => [name, field.value])));
  if (!parsed.success) {
    for (const { path } of parsed.issues) {
      const field = front.get(String(path?.[0].key));
      if (field) problem({ code: 'field', line: field.line, found: `${field.name}: ${field.value}` });
    }
    return null;
  }
  const { id, title, minutes, sample = null } = parsed.output;
  const inlines = (name: string): Chapter['notes'] => {
    const field = front.get(name);
    return field ? readLine(field.value, field.line, problem) : null;
  };
  return {
    id,
    title,
    minutes: Number(minutes),
    sample,
    objective: inlines('objective') ?? [],
    key: inlines('key') ?? [],
    notes: inlines('notes'),
  };
}

function readSteps(nodes: readonly Node[], problem: Report): readonly LessonStep[] {
  const steps: { readonly head: Extract<Node, { type: 'heading' }>; readonly body: Node[] }[] = [];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 2) steps.push({ head: node, body: [] });
    else if (steps.length > 0) steps.at(-1)?.body.push(node);
    else problem({ code: 'no-steps', line: lineOf(node), found: '' });
  }
  return steps.map(({ head, body }) => readStep(plainText(head.children, problem), lineOf(head), body, problem));
}

function readStep(title: string, line: number, body: readonly Node[], problem: Report): LessonStep {
  const prose: Block[] = [];
  const notes: Block[] = [];
  let task: readonly Block[] | null = null;
  let settings: Settings | null = null;
  let check: Check | null = null;
  let isForTeacher = false;
  for (const node of body) {
    const at = lineOf(node);
    if (node.type === 'heading') {
      if (node.depth !== 3 || isForTeacher) problem({ code: 'heading', line: at, found: '#'.repeat(node.depth) });
      isForTeacher = true;
    } else if (isForTeacher) {
      notes.push(...readBlock(node, problem));
    } else if (node.type === 'code' && (node.lang === 'step' || node.lang === 'check')) {
      if (node.lang === 'step' ? settings : check) problem({ code: 'twice', line: at, found: node.lang });
      if (node.lang === 'step') settings = readSettings(node.value, at + 1, problem);
      else check = readCheck(node.value, at + 1, problem);
    } else if (node.type === 'blockquote') {
      if (task) problem({ code: 'second-task', line: at, found: '' });
      task = node.children.flatMap((child) => readBlock(child, problem));
    } else {
      prose.push(...readBlock(node, problem));
    }
  }
  if (!settings) problem({ code: 'missing-field', line, found: 'step' });
  if (!task) problem({ code: 'no-task', line, found: title });
  if (prose.length === 0) problem({ code: 'no-prose', line, found: title });
  return { title, prose, task: task ?? [], check, notes, ...(settings ?? NO_SETTINGS) };
}

type Settings = Pick<LessonStep, 'state' | 'until' | 'allowsOwn'>;
const NO_SETTINGS: Settings = { state: '', until: [], allowsOwn: false };

function readSettings(text: string, line: number, problem: Report): Settings {
  const found = byName(readFields(text, line, problem), ['state', 'until', 'own'], [], problem);
  const state = found.get('state');
  const until = found.get('until');
  const own = found.get('own');
  if (!state) problem({ code: 'missing-field', line, found: 'state' });
  else if (!isState(state.value)) problem({ code: 'state', line: state.line, found: state.value });
  if (own && own.value !== 'yes') problem({ code: 'field', line: own.line, found: `own: ${own.value}` });
  return { state: state?.value ?? '', until: readUntil(until, line, problem), allowsOwn: own !== undefined };
}

function readUntil(until: Field | undefined, line: number, problem: Report): Condition {
  if (!until) {
    problem({ code: 'missing-field', line, found: 'until' });
    return [];
  }
  const condition = parseCondition(until.value);
  if (!condition) problem({ code: 'until', line: until.line, found: until.value });
  return condition ?? [];
}
