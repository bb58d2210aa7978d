import * as v from 'valibot';
import type { Kept } from '../kept';
import type { OpenSource, OwnSource, Session } from '../state';
import { BESIDE_KEYS, DEFAULT_VIEW, formatHash, VIEW_KEYS, type Lang } from '../viewState';
import type { ViewStore } from '../viewStore';
import { readNumber } from './check';
import { advance } from './condition';
import { factValue } from './facts';
import type { Chapter, Check, LessonProblem, LessonStep } from './model';
import { stateChange } from './state';

/** How the question of the step stands; `no-answer`: what is open has none. */
export type AnswerState = 'none' | 'right' | 'wrong' | 'not-a-number' | 'no-answer';

export interface LessonState {
  readonly chapters: readonly Chapter[];
  /** Where the reader is; null while the lesson is closed, and for a chapter that is not here. */
  readonly place: LessonPlace | null;
  /** The chapter that a link names and that is not here. */
  readonly unknown: string | null;
  /** Steps that are done, as {@link stepKey} writes them. */
  readonly done: ReadonlySet<string>;
  readonly answer: AnswerState;
  /** The reader's own file that can be looked at again, by its name. */
  readonly own: string | null;
  /** A file that was to be a chapter, and why it is none. */
  readonly refused: { readonly name: string; readonly problems: readonly LessonProblem[] } | null;
}

export interface LessonPlace {
  readonly chapter: Chapter;
  readonly step: LessonStep;
  /** From 0. */
  readonly index: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** The lesson beside the page: made without React. Where it is, the view says; what is done, it watches. */
export interface Lesson {
  readonly getState: () => LessonState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Opens where it was left, and closes; what the page shows stays. */
  readonly toggle: () => void;
  readonly goTo: (chapter: string, step: number) => void;
  /** The next step, of the next chapter after the last; after all of them the lesson is over. */
  readonly next: () => void;
  readonly previous: () => void;
  /** Shows what the step is about; `own`: in the reader's own file. */
  readonly show: (own?: boolean) => void;
  readonly answer: (given: string | number) => void;
  readonly copied: (text: string) => void;
  /** Adds a chapter after the others and goes there; one that was added before and has its ID is replaced. */
  readonly addChapter: (chapter: Chapter) => void;
  readonly refuse: (name: string, problems: readonly LessonProblem[]) => void;
  readonly dismissRefused: () => void;
  /** Forgets what is done, and goes to the first step. */
  readonly startAnew: () => void;
  /** Keeps a file of the reader's own, to look at it again after a sample. */
  readonly keepOwn: (source: OpenSource) => void;
  /** The address of the step, with nothing of how the page looks. */
  readonly link: () => string;
  readonly dispose: () => void;
}

export interface LessonOptions {
  readonly session: Session;
  readonly view: ViewStore;
  readonly chaptersIn: (lang: Lang) => readonly Chapter[];
  readonly openOwn: (source: OwnSource) => void;
  /** The steps that are done, in this browser. */
  readonly kept: Kept<readonly string[]>;
}

/** What {@link LessonOptions.kept} holds: steps, as {@link stepKey} writes them. */
export const DoneSteps = v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(1_000), v.readonly());

export function stepKey(chapter: string, index: number): string {
  return `${chapter}/${index + 1}`;
}

export function createLesson({ session, view, chaptersIn, openOwn, kept }: LessonOptions): Lesson {
  const listeners = new Set<() => void>();
  const added: Chapter[] = [];
  const done = new Set(kept.read());
  let own: OwnSource | null = null;
  let refused: LessonState['refused'] = null;
  /** Where the lesson was when it was closed. */
  let left = { lesson: '', step: '1' };
  /** Of the step that is on screen. */
  let current = '';
  let stages = 0;
  let copied: string | null = null;
  let answer: AnswerState = 'none';

  const chapters = (): readonly Chapter[] => {
    const builtin = chaptersIn(view.getView().lang);
    return [...builtin, ...added];
  };

  const placeNow = (): LessonPlace | null => {
    const { lesson, step } = view.getView();
    if (lesson === null) return null;
    const all = chapters();
    const at = all.findIndex(({ id }) => id === lesson);
    const chapter = all[at];
    if (!chapter) return null;
    const index = Math.min(Number(step ?? 1), chapter.steps.length) - 1;
    const found = chapter.steps[index];
    if (!found) return null;
    const isLast = at === all.length - 1 && index === chapter.steps.length - 1;
    return { chapter, step: found, index, isFirst: at === 0 && index === 0, isLast };
  };

  const read = (): LessonState => {
    const place = placeNow();
    const { lesson } = view.getView();
    return {
      // Reading all of them takes a while, and a page without a lesson asks for none.
      get chapters() {
        return chapters();
      },
      place,
      unknown: place ? null : lesson,
      done: new Set(done),
      answer,
      own: own === null ? null : nameOf(own),
      refused,
    };
  };
  let state: LessonState;

  const publish = (): void => {
    state = read();
    listeners.forEach((listener) => listener());
  };

  /** Looks at everything that the step waits for. */
  const watch = (): boolean => {
    const place = placeNow();
    const key = place ? stepKey(place.chapter.id, place.index) : '';
    const isOther = key !== current;
    if (isOther) {
      current = key;
      stages = 0;
      copied = null;
      answer = 'none';
    }
    if (!place || done.has(key)) return isOther;
    const now = { session: session.getState(), view: view.getView(), copied, isAnswered: answer === 'right' };
    const before = stages;
    stages = advance(place.step.until, stages, now);
    if (stages === place.step.until.length) {
      done.add(key);
      kept.write([...done]);
    }
    return isOther || stages !== before;
  };

  let seen = view.getView();
  const follow = (): void => {
    const now = view.getView();
    const isMoved = now.lesson !== seen.lesson || now.step !== seen.step || now.lang !== seen.lang;
    seen = now;
    if (watch() || isMoved) publish();
  };

  const go = (chapter: string, index: number): void =>
    view.update({ lesson: chapter, step: String(index + 1), exercise: null });

  const move = (by: 1 | -1): void => {
    const place = placeNow();
    if (!place) return;
    const { chapter, index } = place;
    if (chapter.steps[index + by]) return go(chapter.id, index + by);
    const all = chapters();
    const other = all[all.indexOf(chapter) + by];
    if (other) go(other.id, by > 0 ? 0 : other.steps.length - 1);
    else if (by > 0) view.update({ lesson: null, step: null });
  };

  const judge = async (check: Check, given: string | number): Promise<AnswerState> => {
    switch (check.kind) {
      case 'choice':
        return check.choices[Number(given)]?.isRight === true ? 'right' : 'wrong';
      case 'part':
        return given === check.answer ? 'right' : 'wrong';
      case 'number': {
        const number = readNumber(String(given));
        if (number === null) return 'not-a-number';
        const right = typeof check.answer === 'number' ? check.answer : await factValue(check.answer.fact, session);
        return right === null ? 'no-answer' : number === right ? 'right' : 'wrong';
      }
    }
  };

  watch();
  state = read();
  const leave = [view.subscribe(follow), session.subscribe(follow)];
  const start = view.getView();
  const first = placeNow();
  // A link that names a step and nothing else is the link of that step.
  const isBare = VIEW_KEYS.every((key) => ALONGSIDE.has(key) || start[key] === DEFAULT_VIEW[key]);
  if (first && isBare) view.update(stateChange(first.step.state));

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    toggle() {
      const { lesson, step } = view.getView();
      if (lesson !== null) {
        left = { lesson, step: step ?? '1' };
        view.update({ lesson: null, step: null });
        return;
      }
      const all = chapters();
      const known = all.some(({ id }) => id === left.lesson);
      view.update({ ...(known ? left : { lesson: all[0]?.id ?? null, step: '1' }), exercise: null });
    },
    goTo: go,
    next: () => move(1),
    previous: () => move(-1),
    show(withOwn = false) {
      const place = placeNow();
      if (!place) return;
      if (withOwn && own && !isOwnOpen(session, view)) openOwn(own);
      view.update(stateChange(place.step.state, withOwn));
    },
    answer(given) {
      const place = placeNow();
      if (!place?.step.check) return;
      const key = current;
      const say = (next: AnswerState): void => {
        if (key !== current) return;
        answer = next;
        watch();
        publish();
      };
      judge(place.step.check, given).then(say, () => say('no-answer'));
    },
    copied(text) {
      copied = text;
      if (watch()) publish();
    },
    addChapter(given) {
      refused = null;
      const isTaken = chaptersIn(view.getView().lang).some(({ id }) => id === given.id);
      const chapter = isTaken ? { ...given, id: `own-${given.id}` } : given;
      const at = added.findIndex(({ id }) => id === chapter.id);
      if (at >= 0) added.splice(at, 1, chapter);
      else added.push(chapter);
      for (const key of done) if (key.startsWith(`${chapter.id}/`)) done.delete(key);
      current = '';
      go(chapter.id, 0);
      watch();
      publish();
    },
    refuse(name, problems) {
      refused = { name, problems };
      publish();
    },
    dismissRefused() {
      refused = null;
      publish();
    },
    startAnew() {
      done.clear();
      kept.write([]);
      current = '';
      go(chapters()[0]?.id ?? '', 0);
      watch();
      publish();
    },
    keepOwn(source) {
      if (source.kind !== 'file' && source.kind !== 'folder') return;
      own = source;
      publish();
    },
    link() {
      const place = placeNow();
      const { lesson, step } = view.getView();
      return formatHash({ ...DEFAULT_VIEW, ...(place ? stateChange(place.step.state) : {}), lesson, step });
    },
    dispose() {
      for (const each of leave) each();
      listeners.clear();
    },
  };
}

/** Keys of a link beside which a step's own state still counts. */
const ALONGSIDE: ReadonlySet<string> = new Set(BESIDE_KEYS.filter((key) => key !== 'exercise' && key !== 'paper'));

function isOwnOpen(session: Session, view: ViewStore): boolean {
  return session.getState().kind === 'open' && view.getView().src === null;
}

function nameOf(source: OwnSource): string {
  return source.kind === 'file' ? source.file.name : source.name;
}
