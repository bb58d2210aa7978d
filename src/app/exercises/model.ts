import type { EnginePool } from '../../worker/pool';
import type { Compared } from '../comparison';
import type { Block, Inline } from '../lesson/model';
import type { LoadSample } from '../openRef';
import type { Session, Workspace } from '../state';
import type { ViewState } from '../viewState';

/** How many exercises there are; they are numbered from 1. */
export const EXERCISE_COUNT = 12;

/** Words that a text leaves open, by name: `{member}`. */
export type Values = Readonly<Record<string, string>>;

/** One thing that the reader says: its question, and of a choice what can be said. */
export interface FieldText {
  readonly name: string;
  readonly ask: readonly Inline[];
  readonly choices: readonly ChoiceText[];
}
export interface ChoiceText {
  readonly id: string;
  readonly text: readonly Inline[];
}

/** What is read before, and done in, one part of an exercise. */
export interface SectionText {
  readonly prose: readonly Block[];
  readonly fields: readonly FieldText[];
}

/** The words of an exercise in one language. {@link Values} in them are filled when they are shown. */
export interface ExerciseText {
  readonly number: number;
  readonly title: string;
  readonly minutes: number;
  /** For the fast. */
  readonly isHard: boolean;
  /** What the page shows for it: what stands after `#/` in an address. */
  readonly state: string;
  readonly prose: readonly Block[];
  readonly predict: SectionText;
  readonly task: SectionText;
  readonly hints: readonly [readonly Block[], readonly Block[]];
  readonly solution: readonly Block[];
  readonly why: readonly Block[];
}

/**
 * How a field is answered. `choice`: one of the text's; `set`: any of the options; `order`: all options, one after the other; `json`: a text
 * that is edited; `places`: places of the page that were kept.
 */
export type FieldKind = 'number' | 'text' | 'choice' | 'set' | 'order' | 'json' | 'places';

/** What was said, by field. */
export type Given = Readonly<Record<string, string | readonly string[]>>;

/** Something to choose or to put in order; `code` is how it is shown where the text has no words for it. */
export interface Option {
  readonly id: string;
  readonly code: string;
}

/** What an answer lacks. Each has words in the catalogues. */
export const REMARK_CODES = [
  'unanswered',
  'not-a-number',
  'wrong',
  'octal',
  'set',
  'order',
  'not-json',
  'digest-changed',
  'still-named',
  'other-change',
  'not-predicted',
  'not-flipped',
  'not-hidden',
  'not-compared',
  'place',
  'place-twice',
  'place-missing',
] as const;
export type RemarkCode = (typeof REMARK_CODES)[number];

export interface Remark {
  readonly code: RemarkCode;
  /** The field that it is about; null for something to do. */
  readonly field: string | null;
  readonly values: Values;
}

/** What came of checking: nothing lacks where there are no remarks. */
export interface Verdict {
  readonly remarks: readonly Remark[];
}

/** What else counts when an answer is checked. */
export interface Now {
  readonly view: ViewState;
  readonly compared: Compared | null;
  /** A prediction was made. */
  readonly hasPredicted: boolean;
}

/** An exercise over what is open, with the numbers of a seat. */
export interface Task {
  readonly values: Values;
  /** By field. */
  readonly options: Readonly<Record<string, readonly Option[]>>;
  /** What stands in a field at first. */
  readonly start: Readonly<Record<string, string>>;
  /** Fields of the text that are asked here; null for all. */
  readonly asked: readonly string[] | null;
  /** Pure: the same answer in the same situation has the same verdict. */
  readonly judge: (given: Given, now: Now) => Verdict;
}

/** What a task is worked out of. */
export interface Material {
  readonly workspace: Workspace;
  readonly session: Session;
  readonly engine: Pick<EnginePool, 'call'>;
  readonly loadSample: LoadSample;
}

/** An exercise without its words. */
export interface Exercise {
  readonly predict: Readonly<Record<string, FieldKind>>;
  readonly answer: Readonly<Record<string, FieldKind>>;
  /** What its state leaves open. */
  readonly setting: (seat: number) => Values;
  /** Null: what is open does not have what it asks for. Rejects with an `EngineError`. */
  readonly prepare: (material: Material, seat: number) => Promise<Task | null>;
}
