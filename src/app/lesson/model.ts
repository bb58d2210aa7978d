/** A run of text in a lesson. Links lead to states of this page only. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly state: string; readonly children: readonly Inline[] };

/** A piece of a lesson's text. `commands` are lines for a shell; `literal` is shown as it is. */
export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'commands'; readonly lines: readonly string[] }
  | { readonly kind: 'literal'; readonly text: string };

/** One thing that has to hold: `opened: any`, `sel: layer:2`. The name is one of `conditionNames`, or a key of the view. */
export interface Requirement {
  readonly name: string;
  readonly value: string;
}

/** What completes a step: stages one after the other, each of requirements that hold at one time. */
export type Condition = readonly (readonly Requirement[])[];

/** A number that is said, or worked out of what is open by the fact of that name. */
export type Expected = number | { readonly fact: string };

/** A question of a step. The reader may go on without an answer. */
export type Check =
  | (CheckWords & { readonly kind: 'number'; readonly answer: Expected })
  | (CheckWords & { readonly kind: 'choice'; readonly choices: readonly Choice[] })
  /** Answered by the selected part. */
  | (CheckWords & { readonly kind: 'part'; readonly answer: string });

export interface CheckWords {
  readonly ask: readonly Inline[];
  /** Said after a wrong answer. */
  readonly hint: readonly Inline[] | null;
  /** Said after the right one. */
  readonly why: readonly Inline[] | null;
}

export interface Choice {
  readonly isRight: boolean;
  readonly text: readonly Inline[];
}

export interface LessonStep {
  readonly title: string;
  /** What the page shows, as in an address: what stands after `#/`. */
  readonly state: string;
  readonly until: Condition;
  /** The step can be done on a file of the reader's own, too. */
  readonly allowsOwn: boolean;
  readonly prose: readonly Block[];
  /** The one thing to do. */
  readonly task: readonly Block[];
  readonly check: Check | null;
  /** For the teacher. */
  readonly notes: readonly Block[];
}

export interface Chapter {
  /** In links. */
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly objective: readonly Inline[];
  /** What its steps look at: a sample by its name, or null. */
  readonly sample: string | null;
  /** The sentence to keep of it. */
  readonly key: readonly Inline[];
  readonly notes: readonly Inline[] | null;
  readonly steps: readonly LessonStep[];
}

export const LESSON_PROBLEMS = [
  'front-matter',
  'line',
  'field',
  'unknown-field',
  'missing-field',
  'twice',
  'heading',
  'markup',
  'html',
  'link',
  'no-steps',
  'no-task',
  'second-task',
  'no-prose',
  'state',
  'until',
  'fact',
  'check',
  'too-large',
] as const;
/** Why a chapter cannot be read. Each has words in the catalogues. */
export type LessonProblemCode = (typeof LESSON_PROBLEMS)[number];

export interface LessonProblem {
  readonly code: LessonProblemCode;
  /** From 1, in the file. */
  readonly line: number;
  /** What was found there, cut; empty where there is nothing to show. */
  readonly found: string;
}
