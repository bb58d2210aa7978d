import type { EnginePool } from '../../worker/pool';
import type { Comparison } from '../comparison';
import { stateChange } from '../lesson/state';
import type { LoadSample } from '../openRef';
import type { Session } from '../state';
import { DEFAULT_VIEW, formatHash, type Lang } from '../viewState';
import type { ViewStore } from '../viewStore';
import { fillText } from './fill';
import { EXERCISES } from './index';
import { remark } from './judging';
import { isRead } from './materials';
import type { Exercise, ExerciseText, FieldText, Given, Task, Values, Verdict } from './model';
import { EXERCISE_COUNT } from './model';
import type { Progress, ProgressStore } from './progress';
import { solutionValues } from './solutions';

/** How far the reader is with one exercise. */
export interface Attempt {
  /** A prediction was made, or left out. */
  readonly prediction: 'none' | 'made' | 'skipped';
  readonly given: Given;
  /** Hints that are shown. */
  readonly hints: number;
  readonly isSolutionShown: boolean;
  /** Of the answer as it is; null until it is checked, and when it is another one since. */
  readonly verdict: Verdict | null;
}

export interface ExercisePlace {
  readonly text: ExerciseText;
  readonly exercise: Exercise;
  /** What is known of what the text leaves open. */
  readonly values: Values;
  /** Null until what it is about is open and read. */
  readonly task: Task | null;
  /** It is about the sample that is open, or opening. */
  readonly isShown: boolean;
  /** What is open does not have what the exercise is about, or could not be read. */
  readonly isImpossible: boolean;
  /** The questions of the answer that are asked at this seat. */
  readonly asked: readonly FieldText[];
  readonly attempt: Attempt;
}

export interface ExercisesState {
  readonly all: readonly ExerciseText[];
  /** Null while the exercises are closed. */
  readonly place: ExercisePlace | null;
  readonly progress: Progress;
  /** 0 for none. */
  readonly seat: number;
}

/** The exercises beside the page: made without React. Which one, and the seat, the view says. */
export interface Exercises {
  readonly getState: () => ExercisesState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Opens where they were left, and closes. */
  readonly toggle: () => void;
  /** Goes to an exercise, and shows what it is about unless the reader looks at a file of their own. */
  readonly goTo: (number: number) => void;
  /** Shows what the exercise is about. */
  readonly show: () => void;
  readonly give: (field: string, value: string | readonly string[]) => void;
  readonly predict: (isMade: boolean) => void;
  /** Goes back to before the prediction that was left out. */
  readonly unpredict: () => void;
  readonly check: () => void;
  readonly hint: () => void;
  readonly showSolution: () => void;
  /** What all solutions leave open, for the seat that is set: to print them. */
  readonly solutions: () => Promise<ReadonlyMap<number, Values>>;
  /** Forgets everything at this seat. */
  readonly startAnew: () => void;
  /** 0 for none. */
  readonly setSeat: (seat: number) => void;
  /** The address of the exercise for this seat, with nothing of how the page looks. */
  readonly link: () => string;
  readonly dispose: () => void;
}

export interface ExercisesOptions {
  readonly session: Session;
  readonly view: ViewStore;
  readonly engine: EnginePool;
  readonly comparison: Pick<Comparison, 'getState'>;
  readonly progress: ProgressStore;
  readonly loadSample: LoadSample;
  readonly textsIn: (lang: Lang) => readonly ExerciseText[];
}

const BEGINNING: Attempt = { prediction: 'none', given: {}, hints: 0, isSolutionShown: false, verdict: null };

export function createExercises(options: ExercisesOptions): Exercises {
  const { session, view, progress, textsIn } = options;
  const listeners = new Set<() => void>();
  /** By number and seat. */
  const attempts = new Map<string, Attempt>();
  const tasks = new Map<string, Task | 'preparing' | 'impossible'>();
  let left = '1';

  const seatNow = (): number => Number(view.getView().seat ?? 0);
  const keyOf = (number: number): string => `${number}/${seatNow()}`;

  const sourceOf = (text: ExerciseText, exercise: Exercise): string | null =>
    stateChange(fillText(text.state, exercise.setting(seatNow()))).src ?? null;

  const placeNow = (): ExercisePlace | null => {
    const { exercise: number, lang } = view.getView();
    if (number === null) return null;
    const text = textsIn(lang).find((each) => `${each.number}` === number);
    const exercise = EXERCISES[Number(number) - 1];
    if (!text || !exercise) return null;
    const found = tasks.get(keyOf(text.number));
    const task = typeof found === 'object' ? found : null;
    return {
      text,
      exercise,
      values: { ...exercise.setting(seatNow()), ...task?.values },
      task,
      isShown: sourceOf(text, exercise) === view.getView().src,
      isImpossible: found === 'impossible',
      asked: text.task.fields.filter(({ name }) => !task?.asked || task.asked.includes(name)),
      attempt: attempts.get(keyOf(text.number)) ?? BEGINNING,
    };
  };

  const read = (): ExercisesState => ({
    // Reading all of them takes a while, and a page without an exercise asks for none.
    get all() {
      return textsIn(view.getView().lang);
    },
    place: placeNow(),
    progress: progress.get(seatNow()),
    seat: seatNow(),
  });
  let state = read();
  const publish = (): void => {
    state = read();
    listeners.forEach((listener) => listener());
  };

  const change = (part: Partial<Attempt>): void => {
    const place = placeNow();
    if (!place) return;
    attempts.set(keyOf(place.text.number), { ...place.attempt, ...part });
    publish();
  };

  /** Works the task out as soon as what it is about is open and read. */
  const prepare = (): void => {
    const place = placeNow();
    const now = session.getState();
    if (!place || now.kind !== 'open' || !isRead(now.workspace)) return;
    const { number } = place.text;
    const key = keyOf(number);
    if (tasks.has(key) || !place.isShown) return;
    tasks.set(key, 'preparing');
    const end = (task: Task | null): void => {
      tasks.set(key, task ?? 'impossible');
      const attempt = attempts.get(key) ?? BEGINNING;
      if (task) attempts.set(key, { ...attempt, given: { ...task.start, ...attempt.given } });
      publish();
    };
    const { engine, loadSample } = options;
    place.exercise.prepare({ workspace: now.workspace, session, engine, loadSample }, seatNow()).then(end, () => {
      // Something else was opened, most likely: the next opening tries again.
      tasks.delete(key);
      publish();
    });
  };

  let seen = view.getView();
  const follow = (): void => {
    const now = view.getView();
    const isMoved = (['exercise', 'seat', 'lang', 'src'] as const).some((key) => now[key] !== seen[key]);
    seen = now;
    prepare();
    if (isMoved) publish();
  };
  const leave = [view.subscribe(follow), session.subscribe(prepare)];
  prepare();

  const show = (): void => {
    const place = placeNow();
    if (place) view.update(stateChange(fillText(place.text.state, place.exercise.setting(seatNow()))));
  };
  const goTo = (number: number): void => {
    view.update({ exercise: `${number}`, lesson: null, step: null });
    const isOwn = session.getState().kind !== 'empty' && view.getView().src === null;
    if (!isOwn) show();
  };

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    toggle() {
      const { exercise } = view.getView();
      if (exercise === null) return view.update({ exercise: left, lesson: null, step: null });
      left = exercise;
      view.update({ exercise: null });
    },
    goTo,
    show,
    give(field, value) {
      const given = placeNow()?.attempt.given ?? {};
      change({ given: { ...given, [field]: value }, verdict: null });
    },
    predict: (isMade) => change({ prediction: isMade ? 'made' : 'skipped' }),
    unpredict: () => change({ prediction: 'none' }),
    check() {
      const place = placeNow();
      if (!place?.task) return;
      const { text, task, asked, attempt } = place;
      const unanswered = asked.filter(({ name }) => (attempt.given[name] ?? '').length === 0);
      const { comparison } = options;
      const beside = comparison.getState();
      const now = {
        view: view.getView(),
        compared: beside.kind === 'open' ? beside.comparison : null,
        hasPredicted: attempt.prediction === 'made',
      };
      const verdict =
        unanswered.length > 0
          ? { remarks: unanswered.map(({ name }) => remark('unanswered', name)) }
          : task.judge(attempt.given, now);
      if (verdict.remarks.length === 0) progress.add(seatNow(), 'done', text.number);
      change({ verdict });
    },
    hint: () => change({ hints: Math.min((placeNow()?.attempt.hints ?? 0) + 1, 2) }),
    showSolution() {
      const place = placeNow();
      if (!place) return;
      const { number } = place.text;
      if (!progress.get(seatNow()).done.has(number)) progress.add(seatNow(), 'shown', number);
      change({ isSolutionShown: true });
    },
    solutions() {
      const { engine, loadSample } = options;
      return solutionValues({ engine, loadSample, texts: textsIn(view.getView().lang), seat: seatNow() });
    },
    startAnew() {
      for (let number = 1; number <= EXERCISE_COUNT; number++) {
        const key = keyOf(number);
        const task = tasks.get(key);
        attempts.delete(key);
        if (typeof task === 'object') attempts.set(key, { ...BEGINNING, given: task.start });
      }
      progress.clear(seatNow());
      publish();
    },
    setSeat: (seat) => {
      view.update({ seat: seat > 0 ? `${seat}` : null });
      if (view.getView().src !== null) show();
    },
    link() {
      const { exercise, seat } = view.getView();
      return formatHash({ ...DEFAULT_VIEW, exercise, seat });
    },
    dispose() {
      for (const each of leave) each();
      listeners.clear();
    },
  };
}
