import type { SessionState } from '../state';
import { parseHash, VIEW_KEYS, type ViewState } from '../viewState';
import type { Condition, Requirement } from './model';

/** What a condition is held against. */
export interface Situation {
  readonly session: SessionState;
  readonly view: ViewState;
  /** What was copied last since the step began. */
  readonly copied: string | null;
  /** The question of the step has its right answer. */
  readonly isAnswered: boolean;
}

/** What is asked for besides keys of the view, and whether it holds. */
const NAMED: Readonly<
  Record<string, { allows(value: string): boolean; holds(now: Situation, value: string): boolean }>
> = {
  /** `any`, `own` for a file of the reader's, `none`, or the `src` of a link. */
  opened: {
    allows: (value) => ['any', 'own', 'none'].includes(value) || isViewValue('src', value),
    holds({ session, view }, value) {
      if (value === 'none') return session.kind === 'empty';
      if (session.kind !== 'open') return false;
      return value === 'any' || (value === 'own' ? view.src === null : view.src === value);
    },
  },
  /** Every byte is read: and all names match, or at least one does not. */
  verified: {
    allows: (value) => ['all', 'mismatch', 'done'].includes(value),
    holds({ session }, value) {
      if (session.kind !== 'open' || session.workspace.measuring.status !== 'done') return false;
      const { findings } = session.workspace;
      if (findings.some(({ verdict }) => verdict === 'pending')) return false;
      const differs = findings.some(({ verdict }) => verdict === 'mismatch');
      return value === 'done' || differs === (value === 'mismatch');
    },
  },
  /** `any`, or what the copied text has in it. */
  copied: {
    allows: () => true,
    holds: ({ copied }, value) => copied !== null && (value === 'any' || copied.includes(value)),
  },
  answered: {
    allows: (value) => value === 'right',
    holds: ({ isAnswered }) => isAnswered,
  },
};

const NOT_WATCHED: ReadonlySet<keyof ViewState> = new Set([
  'lesson',
  'step',
  'exercise',
  'seat',
  'lang',
  'theme',
  'density',
  'keys',
  'src',
]);

const isViewKey = (name: string): name is keyof ViewState =>
  VIEW_KEYS.some((key) => key === name && !NOT_WATCHED.has(key));

function isViewValue(key: string, value: string): boolean {
  const link = key === 'board' ? `#/${value}` : `#/?${key}=${encodeURIComponent(value)}`;
  const { notUnderstood, given } = parseHash(link);
  return notUnderstood.length === 0 && given.has(key as keyof ViewState);
}

/** Reads `sel: layer:2 and board: files then copied: any`; null for what says nothing that can be watched. */
export function parseCondition(text: string): Condition | null {
  const stages = text.split(' then ').map((stage) => stage.split(' and '));
  const read = stages.map((stage) => stage.map(parseRequirement).filter((each) => each !== null));
  return read.every((stage, index) => stage.length === stages[index]?.length) ? read : null;
}

function parseRequirement(text: string): Requirement | null {
  const [, name = '', value = ''] = /^([a-z]+): (\S(?:.*\S)?)$/.exec(text.trim()) ?? [];
  const named = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  if (named) return named.allows(value) ? { name, value } : null;
  if (!isViewKey(name)) return null;
  return (value === 'any' && name !== 'board') || isViewValue(name, value) ? { name, value } : null;
}

/** How many stages are done now, of which `done` were before. All of them: the step is done. */
export function advance(condition: Condition, done: number, now: Situation): number {
  let stage = done;
  while (stage < condition.length && condition[stage]?.every((each) => holds(each, now)) === true) stage += 1;
  return stage;
}

function holds({ name, value }: Requirement, now: Situation): boolean {
  const named = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  if (named) return named.holds(now, value);
  if (!isViewKey(name) || now.session.kind !== 'open') return false;
  const current = now.view[name];
  return value === 'any' ? current !== null : current === value;
}
