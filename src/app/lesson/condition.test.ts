import { describe, expect, it } from 'vitest';
import type { Finding, Verdict } from '../../core/model/representation';
import type { SessionState } from '../state';
import { DEFAULT_VIEW, type ViewState } from '../viewState';
import { readNumber } from './check';
import { advance, parseCondition, type Situation } from './condition';

function opened(verdicts: readonly Verdict[] = ['matches'], status: 'running' | 'done' = 'done'): SessionState {
  const findings = verdicts.map((verdict) => ({ verdict }) as Finding);
  const workspace: unknown = { findings, measuring: { status } };
  return { kind: 'open', workspace } as SessionState;
}

function situation(view: Partial<ViewState>, rest: Partial<Situation> = {}): Situation {
  return { session: opened(), view: { ...DEFAULT_VIEW, ...view }, copied: null, isAnswered: false, ...rest };
}

function holds(text: string, now: Situation): boolean {
  const condition = parseCondition(text);
  if (!condition) throw new Error(text);
  return advance(condition, 0, now) === condition.length;
}

const SAMPLE = 'sample:hello-v1';

describe('a condition', () => {
  it.each<readonly [string, Situation, boolean]>([
    ['opened: any', situation({}), true],
    ['opened: any', situation({}, { session: { kind: 'empty' } }), false],
    ['opened: none', situation({}, { session: { kind: 'empty' } }), true],
    ['opened: own', situation({}), true],
    ['opened: own', situation({ src: SAMPLE }), false],
    [`opened: ${SAMPLE}`, situation({ src: SAMPLE }), true],
    [`opened: ${SAMPLE}`, situation({ src: 'sample:hello-oci' }), false],
    ['board: layouts', situation({ board: 'layouts' }), true],
    ['board: layouts', situation({}), false],
    ['board: ladder', situation({}, { session: { kind: 'empty' } }), false],
    ['sel: any', situation({ sel: 'config' }), true],
    ['sel: any', situation({}), false],
    ['sel: layer:2', situation({ sel: 'layer:2' }), true],
    ['doc: a/json', situation({ doc: 'a/json' }), true],
    ['forms: config', situation({ forms: 'config' }), true],
    ['diff: names', situation({}), false],
    ['verified: all', situation({}), true],
    ['verified: all', situation({}, { session: opened(['mismatch', 'matches']) }), false],
    ['verified: mismatch', situation({}, { session: opened(['mismatch', 'matches']) }), true],
    ['verified: done', situation({}, { session: opened(['matches'], 'running') }), false],
    ['verified: done', situation({}, { session: opened(['pending']) }), false],
    ['copied: any', situation({}), false],
    ['copied: docker save', situation({}, { copied: 'docker save node -o node.tar' }), true],
    ['copied: docker save', situation({}, { copied: 'docker pull node' }), false],
    ['answered: right', situation({}, { isAnswered: true }), true],
    ['board: files and sel: any', situation({ board: 'files' }), false],
    ['board: files and sel: any', situation({ board: 'files', sel: 'mark' }), true],
  ])('%s', (text, now, expected) => {
    expect(holds(text, now)).toBe(expected);
  });

  it('has stages, in their order', () => {
    const condition = parseCondition('sel: layer:2 then sel: layer:1 then board: files') ?? [];
    expect(condition).toHaveLength(3);
    expect(advance(condition, 0, situation({ sel: 'layer:1' }))).toBe(0);
    expect(advance(condition, 0, situation({ sel: 'layer:2' }))).toBe(1);
    expect(advance(condition, 1, situation({ sel: 'layer:2' }))).toBe(1);
    expect(advance(condition, 1, situation({ sel: 'config' }))).toBe(1);
    expect(advance(condition, 1, situation({ sel: 'layer:1', board: 'files' }))).toBe(3);
  });

  it.each([
    '',
    'board',
    'board: ',
    'board: kitchen',
    'board: any',
    'sel: everything',
    'opened: sample:no-such',
    'verified: perhaps',
    'answered: wrong',
    'lang: ary',
    'lesson: 3',
    'toString: any',
    '__proto__: any',
    'sel: any and',
    'sel: any then then sel: any',
  ])('is not %j', (text) => {
    expect(parseCondition(text)).toBe(null);
  });
});

it.each([
  ['512', 512],
  [' 2 048 ', 2048],
  ['0x1F4', 500],
  ['\u0661\u0662', 12],
  ['', null],
  ['-1', null],
  ['12 bytes', null],
  ['1e3', null],
] as const)('a number as typed: %j', (text, value) => {
  expect(readNumber(text)).toBe(value);
});
