import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../core/limits';
import { looksLikeChapter, parseChapter } from './chapter';
import { inlineText } from './inlineText';
import type { Chapter, LessonProblem } from './model';

const FRONT = ['---', 'id: mine', 'title: Mine', 'minutes: 7', 'objective: to `see`', 'key: Seen.', '---', ''];
const STEP = ['## First', '', '```step', 'state: layouts?src=sample:hello-v1', 'until: board: layouts', '```', ''];
const BODY = ['Some **words** and [a way](#/files?sel=layer:1).', '', '> Do `it`.', ''];
const GOOD = [...FRONT, ...STEP, ...BODY];

function read(lines: readonly string[]): Chapter {
  const parsed = parseChapter(lines.join('\n'));
  if (parsed.kind === 'problems') throw new Error(JSON.stringify(parsed.problems));
  return parsed.chapter;
}

function problems(lines: readonly string[]): readonly LessonProblem[] {
  const parsed = parseChapter(lines.join('\n'));
  return parsed.kind === 'problems' ? parsed.problems : [];
}

/** The good chapter with one line in the place of another. */
function swapped(line: string, other: string | readonly string[]): readonly string[] {
  expect(GOOD).toContain(line);
  return GOOD.flatMap((each) => (each === line ? other : each));
}

describe('a chapter', () => {
  it('is front matter and steps', () => {
    const chapter = read([...GOOD, '### Notes', '', '- one', '- two', '', ...STEP, ...BODY]);
    expect(chapter).toMatchObject({ id: 'mine', title: 'Mine', minutes: 7, sample: null, notes: null });
    expect(inlineText(chapter.objective)).toBe('to see');
    expect(chapter.steps).toHaveLength(2);
    const [first] = chapter.steps;
    expect(first).toMatchObject({
      title: 'First',
      state: 'layouts?src=sample:hello-v1',
      allowsOwn: false,
      check: null,
    });
    expect(first?.until).toEqual([[{ name: 'board', value: 'layouts' }]]);
    expect(first?.notes).toMatchObject([{ kind: 'list', isOrdered: false }]);
    expect(first?.prose).toMatchObject([
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: 'Some ' },
          { kind: 'strong' },
          { kind: 'text' },
          { kind: 'link', state: 'files?sel=layer:1' },
          { kind: 'text' },
        ],
      },
    ]);
  });

  it('reads lines that end as on Windows', () => {
    const parsed = parseChapter(GOOD.join('\r\n'));
    expect(parsed.kind).toBe('chapter');
    expect(looksLikeChapter(GOOD.join('\r\n'))).toBe(true);
    expect(looksLikeChapter('# A readme\n---\n')).toBe(false);
  });

  it.each([
    [['ask: How many?', 'number: layers', 'hint: Count.'], { kind: 'number', answer: { fact: 'layers' } }],
    [['ask: How many?', 'number: 512'], { kind: 'number', answer: 512 }],
    [['ask: Which?', 'part: layer:2'], { kind: 'part', answer: 'layer:2' }],
    [['ask: Who?', 'wrong: you', 'right: I'], { kind: 'choice', choices: [{ isRight: false }, { isRight: true }] }],
  ])('may ask: %j', (lines, check) => {
    expect(read([...GOOD, '```check', ...lines, '```']).steps[0]?.check).toMatchObject(check);
  });
});

describe('what is refused, with the line', () => {
  it.each<readonly [string, readonly string[], readonly Partial<LessonProblem>[]]>([
    ['no front matter', ['# Title'], [{ code: 'front-matter', line: 1 }]],
    ['front matter without an end', FRONT.slice(0, -2), [{ code: 'front-matter', line: 1 }]],
    ['no step', FRONT, [{ code: 'no-steps' }]],
    ['a missing name', swapped('key: Seen.', []), [{ code: 'missing-field', found: 'key' }]],
    ['an unknown name', swapped('key: Seen.', ['key: Seen.', 'colour: red']), [{ code: 'unknown-field', line: 7 }]],
    ['a name twice', swapped('minutes: 7', ['minutes: 7', 'minutes: 8']), [{ code: 'twice', line: 5 }]],
    ['minutes that are none', swapped('minutes: 7', 'minutes: soon'), [{ code: 'field', line: 4 }]],
    ['an ID with signs', swapped('id: mine', 'id: ../mine'), [{ code: 'field', line: 2 }]],
    ['a line without a name', swapped('key: Seen.', ['key: Seen.', 'hello']), [{ code: 'line', line: 7 }]],
    [
      'a state of nowhere',
      swapped('state: layouts?src=sample:hello-v1', 'state: kitchen?src=sample:hello-v1'),
      [{ code: 'state', line: 12 }],
    ],
    [
      'a state that changes how the page looks',
      swapped('state: layouts?src=sample:hello-v1', 'state: layouts?theme=dark'),
      [{ code: 'state' }],
    ],
    ['a condition of nothing', swapped('until: board: layouts', 'until: moon: full'), [{ code: 'until', line: 13 }]],
    ['HTML', [...GOOD, '<b onclick="x()">hi</b>'], [{ code: 'html', line: 20 }, { code: 'html' }]],
    ['a block of HTML', [...GOOD, '<script>x()</script>'], [{ code: 'html' }]],
    ['a link away', [...GOOD, '[x](https://example.com)'], [{ code: 'link', found: 'https://example.com' }]],
    ['a script as a link', [...GOOD, '[x](javascript:alert(1))'], [{ code: 'link' }]],
    ['a link to a wrong state', [...GOOD, '[x](#/kitchen)'], [{ code: 'link' }]],
    ['a picture', [...GOOD, '![x](https://example.com/x.png)'], [{ code: 'markup', found: 'image' }]],
    ['a table of definitions', [...GOOD, '[x]: https://example.com'], [{ code: 'markup', found: 'definition' }]],
    ['a heading of another level', [...GOOD, '#### x'], [{ code: 'heading' }]],
    ['no task', swapped('> Do `it`.', []), [{ code: 'no-task', line: 9 }]],
    ['two tasks', [...GOOD, 'x', '', '> y'], [{ code: 'second-task' }]],
    ['a step that says nothing', swapped(BODY[0] ?? '', []), [{ code: 'no-prose' }]],
    ['a question without an answer', [...GOOD, '```check', 'ask: x', '```'], [{ code: 'check' }]],
    [
      'a question with two kinds of answer',
      [...GOOD, '```check', 'ask: x', 'number: 1', 'part: config', '```'],
      [{ code: 'check' }],
    ],
    ['two right ones', [...GOOD, '```check', 'ask: x', 'right: a', 'right: b', '```'], [{ code: 'check' }]],
    ['an unknown fact', [...GOOD, '```check', 'ask: x', 'number: moons', '```'], [{ code: 'fact', found: 'moons' }]],
    ['a list in a list', [...GOOD, '- a', '  - b'], [{ code: 'markup', found: 'list' }]],
    ['too much', [...GOOD, ...Array<string>(30_000).fill('x\n')], [{ code: 'too-large', line: 1 }]],
    [
      'a paragraph that is too long',
      [...GOOD, ...Array<string>(30).fill('x'.repeat(100))],
      [{ code: 'too-large', line: 40 }],
    ],
  ])('%s', (_, lines, expected) => {
    expect(problems(lines)).toMatchObject(expected);
  });
});

/** Shapes of which a reader of Markdown has most to do: they end, and nothing is thrown. */
it.each(['>', '*_', '*a ', '[', '[x](', '- ', '1. ', '&amp', '<a ', '**x', '![a](', '`` ` '])(
  'a run of %j',
  (shape) => {
    const run = shape.repeat(LIMITS.lessonParagraphCharacters / shape.length);
    expect(['chapter', 'problems']).toContain(parseChapter([...GOOD, run].join('\n')).kind);
  },
);
