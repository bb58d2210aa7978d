import { PACE } from '../core/limits';
import type { Archive } from '../core/model/archive';
import type { ImageDiff } from '../core/model/imageDiff';
import { spanKey } from '../core/model/source';
import type { TextDiff } from '../core/model/textDiff';
import type { EnginePool } from '../worker/pool';
import { compareRun, type ComparedSide, type Side } from './compareRun';
import { failureOf, isCancelled } from './failure';
import { openRef, sourceName, type LoadSample } from './openRef';
import { paced } from './pace';
import { openSample } from './samples';
import type { Failure, OpenSource, Session, Workspace } from './state';
import { createWorkspace, type OpenWorkspace } from './workspace';

/** What the open image is compared with, and what came of it. */
export type ComparisonState =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly name: string; readonly failure: Failure }
  | { readonly kind: 'open'; readonly comparison: Compared };

export interface Compared {
  readonly archive: Archive;
  /** Key of its image; null when it has none. */
  readonly imageKey: string | null;
  /** It is the archive that is open. */
  readonly isOwn: boolean;
  readonly stage: CompareStage;
  /** Bytes, of what the stage reads. */
  readonly done: number;
  readonly total: number;
  /** Null until both are measured; until the stage is `done`, what is known by the lists of files alone. */
  readonly diff: ImageDiff | null;
  readonly failure: Failure | null;
}

/** Both are measured; then compared by what they list; then files of one size are read. */
export type CompareStage = 'measuring' | 'comparing' | 'reading' | 'done';

/** A second image beside the open one. It ends when something else is opened. */
export interface Comparison {
  readonly getState: () => ComparisonState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Compares with another image of the open archive. Unknown keys are ignored. */
  readonly withImage: (key: string) => void;
  /** Compares with what is opened beside; while nothing is open, as soon as something is. */
  readonly withSource: (source: OpenSource) => void;
  /** Takes another image of what is opened beside. */
  readonly showImage: (key: string) => void;
  readonly close: () => void;
  /** Two files of the images line by line: rows of the diff's files. Rejects with an `EngineError`. */
  readonly diffFiles: (row: number, signal?: AbortSignal) => Promise<TextDiff>;
}

interface Other {
  readonly archive: Archive;
  imageKey: string | null;
  /** Null for an image of the open archive. */
  readonly workspace: OpenWorkspace | null;
}

/** Nothing is compared yet. */
export function createComparison(
  engine: EnginePool,
  session: Session,
  loadSample: LoadSample = openSample,
): Comparison {
  const listeners = new Set<() => void>();
  let state: ComparisonState = { kind: 'none' };
  let other: Other | null = null;
  let queued: OpenSource | null = null;
  /** Of the second archive, and of the comparing of the two images. */
  let opening = new AbortController();
  let comparing = new AbortController();
  let compared: { readonly key: string; readonly sides: { a: ComparedSide; b: ComparedSide } | null } | null = null;

  const show = (next: ComparisonState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const publish = paced(PACE.stateMilliseconds, () => {
    for (const listener of listeners) listener();
  });
  const change = (part: Partial<Compared>): void => {
    if (state.kind !== 'open') return;
    state = { kind: 'open', comparison: { ...state.comparison, ...part } };
    publish.ask();
  };

  const leave = (): void => {
    opening.abort();
    comparing.abort();
    publish.stop();
    other?.workspace?.close();
    other = null;
    compared = null;
    queued = null;
    opening = new AbortController();
  };

  const ownWorkspace = (): Workspace | null => {
    const now = session.getState();
    return now.kind === 'open' ? now.workspace : null;
  };
  const sides = (): { a: Side; b: Side } | null => {
    const own = ownWorkspace();
    if (!own || !other) return null;
    const beside = other.workspace;
    return {
      a: { workspace: own, imageKey: own.imageKey, files: session.files },
      b: beside
        ? { workspace: beside.get(), imageKey: other.imageKey, files: beside.files }
        : { workspace: own, imageKey: other.imageKey, files: session.files },
    };
  };

  /** Goes on as far as what is measured allows. */
  const advance = (): void => {
    const both = sides();
    if (!both || state.kind !== 'open') return;
    const measured = [measuredOf(both.a), measuredOf(both.b)];
    const done = measured.reduce((sum, each) => sum + each.done, 0);
    const total = measured.reduce((sum, each) => sum + each.total, 0);
    const key = [both.a.imageKey, both.b.imageKey, ...measured.map((each) => each.count)].join(' ');
    if (measured.some(({ isReady }) => !isReady)) {
      if (compared === null) change({ stage: 'measuring', done, total });
    } else if (compared?.key !== key) void compare(both, key);
  };

  const compare = async (both: { a: Side; b: Side }, key: string): Promise<void> => {
    comparing.abort();
    comparing = new AbortController();
    const { signal } = comparing;
    compared = { key, sides: null };
    change({ stage: 'comparing', failure: null });
    try {
      const run = await compareRun(engine, both, signal, {
        onListed: (diff, total) => change({ diff, stage: 'reading', done: 0, total }),
        onProgress: (done, total) => change({ done, total }),
      });
      signal.throwIfAborted();
      compared = { key, sides: run.sides };
      change({ diff: run.diff, stage: 'done' });
    } catch (error) {
      if (signal.aborted || isCancelled(error)) return;
      change({ stage: 'done', failure: failureOf(error) });
    }
  };

  const begin = (next: Other): void => {
    other = next;
    const { archive, imageKey, workspace } = next;
    const isOwn = workspace === null;
    const stage = 'measuring';
    show({
      kind: 'open',
      comparison: { archive, imageKey, isOwn, stage, done: 0, total: 0, diff: null, failure: null },
    });
    advance();
  };

  const restart = (): void => {
    comparing.abort();
    compared = null;
    change({ imageKey: other?.imageKey ?? null, diff: null, stage: 'measuring', failure: null });
    advance();
  };

  const openBeside = async (source: OpenSource): Promise<void> => {
    leave();
    const { signal } = opening;
    let name = sourceName(source);
    show({ kind: 'opening', name, done: 0, total: 0 });
    try {
      const referred = await openRef(source, { engine, loadSample, signal, onProgress: () => {} });
      signal.throwIfAborted();
      ({ name } = referred);
      const opened = await engine.call('openArchive', [referred.ref, name], {
        signal,
        onProgress: ({ done, total }) => show({ kind: 'opening', name, done, total }),
      });
      const image = opened.archive.images[0] ?? null;
      signal.throwIfAborted();
      const workspace = createWorkspace({ engine, opened, image, representations: [], onChange: advance });
      begin({ archive: opened.archive, imageKey: image?.key ?? null, workspace });
    } catch (error) {
      if (signal.aborted || isCancelled(error)) return;
      show({ kind: 'failed', name, failure: failureOf(error) });
    }
  };

  const close = (): void => {
    leave();
    if (state.kind !== 'none') show({ kind: 'none' });
  };

  let archive = ownWorkspace()?.archive ?? null;
  let imageKey: string | null = null;
  session.subscribe(() => {
    const own = ownWorkspace();
    const next = own?.archive ?? null;
    if (next !== archive) {
      archive = next;
      const wanted = queued;
      if (state.kind !== 'none' || other) close();
      if (next && wanted) void openBeside(wanted);
      else queued = wanted;
    }
    if (own && other && own.imageKey !== imageKey) {
      imageKey = own.imageKey;
      return restart();
    }
    imageKey = own?.imageKey ?? null;
    advance();
  });

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    withImage(key) {
      const own = ownWorkspace();
      if (!own?.archive.images.some((each) => each.key === key)) return;
      leave();
      imageKey = own.imageKey;
      begin({ archive: own.archive, imageKey: key, workspace: null });
    },
    withSource(source) {
      if (session.getState().kind === 'open') void openBeside(source);
      else queued = source;
    },
    showImage(key) {
      if (!other?.archive.images.some((each) => each.key === key)) return;
      other.imageKey = key;
      other.workspace?.showImage(key);
      restart();
    },
    close,
    async diffFiles(row, signal) {
      const diff = state.kind === 'open' ? state.comparison.diff : null;
      const both = compared?.sides;
      if (!diff || !both) return { kind: 'unreadable' };
      const [a, b] = [both.a.stored(diff.files.a, row), both.b.stored(diff.files.b, row)];
      if (a === 'unreadable' || b === 'unreadable') return { kind: 'unreadable' };
      return engine.call('diffFiles', [a, b], { signal });
    },
  };
}

function measuredOf({ workspace, imageKey }: Side): { isReady: boolean; count: number; done: number; total: number } {
  const { archive, measuring } = workspace;
  const spans = archive.images.find(({ key }) => key === imageKey)?.layers.flatMap(({ span }) => span ?? []) ?? [];
  const states = spans.map((span) => ({ span, state: measuring.spans.get(spanKey(span)) }));
  const measured = states.filter(({ state }) => state?.kind === 'measured');
  const done = states.reduce((sum, { span, state }) => {
    if (state?.kind === 'measured') return sum + span.length;
    return state?.kind === 'running' ? sum + state.done : sum;
  }, 0);
  return {
    isReady: measured.length === spans.length || measuring.status !== 'running',
    count: measured.length,
    done,
    total: spans.reduce((sum, { length }) => sum + length, 0),
  };
}
