import { PACE } from '../core/limits';
import type { Archive, Image } from '../core/model/archive';
import type { Digest } from '../core/model/digest';
import type { IntegrityTable } from '../core/model/integrity';
import type { Representation } from '../core/model/representation';
import type { CannotTamper, RepairStep, Tamper, Tampering } from '../core/model/tamper';
import { namesAfter, type ColumnNames } from '../core/verify/names';
import type { EnginePool } from '../worker/pool';
import { changedStage, firstStage, repairedStage, type Stage } from './benchStage';
import { failureOf, isCancelled } from './failure';
import { paced } from './pace';
import type { Failure, Session, Workspace } from './state';
import { formatTampering, parseTampering } from './tamperLink';
import type { ViewStore } from './viewStore';

/** What was done to a copy of the open archive, and what came of it. */
export type BenchState =
  | { readonly kind: 'none' }
  /** The open archive is still read. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'working'; readonly done: number; readonly total: number }
  | { readonly kind: 'cannot'; readonly why: CannotTamper }
  /** The copy cannot be opened, or something else went wrong. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'open'; readonly bench: Tampered };

/** A changed copy, opened, measured and verified as any other file. */
export interface Tampered {
  readonly tampering: Tampering;
  readonly blob: Blob;
  readonly archive: Archive;
  readonly image: Image | null;
  /** The names that the image had before, in each form, against the bytes now. */
  readonly names: readonly ColumnNames[];
  /** A layer of the copy does not unpack, or is no good tar, and was before. */
  readonly isDamaged: boolean;
  /** What the copy says of itself. */
  readonly table: IntegrityTable;
  /** What the open archive says of itself: what did not hold before is no news. */
  readonly before: IntegrityTable;
  /** All levels at which names have to be rewritten; so many of them are as `tampering` says. */
  readonly steps: readonly RepairStep[];
  readonly pinned: readonly Pinned[];
}

/** A digest by which somebody knows the image, and the one that it has now; null when it has none any more. */
export interface Pinned {
  readonly role: 'image-id' | 'manifest' | 'index';
  readonly before: Digest;
  readonly after: Digest | null;
}

/** Changes on a copy, as the address says them. */
export interface Bench {
  readonly getState: () => BenchState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Makes one more change. */
  readonly make: (change: Tamper) => void;
  /** Rewrites the names of so many levels. */
  readonly repair: (levels: number) => void;
  /** Takes back the last level or change. */
  readonly undo: () => void;
  /** Takes back all of them. */
  readonly reset: () => void;
}

const NOTHING: Tampering = { tampers: [], repaired: 0 };

/** What an address says of changes. */
export function tamperingOf(flip: string | null): Tampering {
  return (flip === null ? null : parseTampering(flip)) ?? NOTHING;
}

/** From now on the bench follows the address. */
export function createBench(engine: EnginePool, session: Session, views: ViewStore): Bench {
  const listeners = new Set<() => void>();
  let state: BenchState = { kind: 'none' };
  let shown: readonly unknown[] = [];
  let work = new AbortController();
  let base: Base | null = null;

  const show = (next: BenchState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const follow = (): void => {
    const now = session.getState();
    const workspace = now.kind === 'open' ? now.workspace : null;
    const { flip } = views.getView();
    const isReady = workspace?.measuring.status !== 'running';
    const wanted = [workspace?.archive, workspace?.imageKey, flip, flip !== null && isReady];
    if (wanted.every((each, i) => each === shown[i])) return;
    shown = wanted;
    work.abort();
    work = new AbortController();
    if (!workspace || flip === null) {
      if (!workspace) base = null;
      if (state.kind !== 'none') show({ kind: 'none' });
    } else if (!isReady) show({ kind: 'waiting' });
    else void run(workspace, tamperingOf(flip), work.signal);
  };

  const run = async (workspace: Workspace, tampering: Tampering, signal: AbortSignal): Promise<void> => {
    let progress = { done: 0, total: 0 };
    const publish = paced(PACE.stateMilliseconds, () => show({ kind: 'working', ...progress }));
    signal.addEventListener('abort', publish.stop, { once: true });
    const onProgress = (next: typeof progress): void => {
      progress = next;
      publish.ask();
    };
    // What is on screen stays until there is something else, unless it takes long.
    if (state.kind !== 'open') show({ kind: 'working', ...progress });
    try {
      base = await baseOf(engine, workspace, base, signal);
      const made = await tamperedOf(base, tampering, { engine, signal, onProgress });
      signal.throwIfAborted();
      publish.stop();
      show(typeof made === 'string' ? { kind: 'cannot', why: made } : { kind: 'open', bench: made });
    } catch (error) {
      publish.stop();
      if (signal.aborted || isCancelled(error)) return;
      show({ kind: 'failed', failure: failureOf(error) });
    }
  };

  const change = (next: Tampering): void => views.update({ flip: formatTampering(next) });

  session.subscribe(follow);
  views.subscribe(follow);
  follow();

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    make(next) {
      const { tampers } = tamperingOf(views.getView().flip);
      change({ tampers: [...tampers, next], repaired: 0 });
    },
    repair: (levels) => change({ ...tamperingOf(views.getView().flip), repaired: levels }),
    undo() {
      const { tampers, repaired } = tamperingOf(views.getView().flip);
      change(repaired > 0 ? { tampers, repaired: repaired - 1 } : { tampers: tampers.slice(0, -1), repaired: 0 });
    },
    reset: () => change(NOTHING),
  };
}

/** What is open, and the copies that were made of it. */
interface Base {
  readonly first: Stage;
  readonly place: number;
  readonly forms: readonly Representation[];
  readonly table: IntegrityTable;
  /** By what was done to them. */
  readonly stages: Map<string, Stage>;
}

async function baseOf(
  engine: EnginePool,
  { archive, imageKey, measurements }: Workspace,
  known: Base | null,
  signal: AbortSignal,
): Promise<Base> {
  const place = archive.images.findIndex(({ key }) => key === imageKey);
  const image = archive.images[place] ?? null;
  const isKnown = known?.first.archive === archive && known.first.image === image;
  if (known && isKnown && known.first.measurements === measurements) return known;
  const { documents } = archive;
  const forms = image ? await engine.call('represent', [{ documents }, image, measurements], { signal }) : [];
  const first = firstStage(archive, image, measurements);
  return { first, place, forms, table: await tableOf(engine, first, signal), stages: new Map() };
}

function tableOf(engine: EnginePool, { archive, measurements }: Stage, signal: AbortSignal): Promise<IntegrityTable> {
  const { source: _, ...rest } = archive;
  return engine.call('integrity', [rest, measurements], { signal });
}

type Options = Parameters<typeof changedStage>[3];

async function tamperedOf(
  { first, place, forms, table: before, stages }: Base,
  tampering: Tampering,
  options: Options,
): Promise<Tampered | CannotTamper> {
  const { tampers, repaired } = tampering;
  let changed = first;
  for (const [i, each] of tampers.entries()) {
    const key = formatTampering({ tampers: tampers.slice(0, i + 1), repaired: 0 }) ?? '';
    const made = stages.get(key) ?? (await changedStage(changed, each, place, options));
    if (typeof made === 'string') return made;
    stages.set(key, (changed = made));
  }
  const { stage, steps } = await repairedStage(first, changed, repaired, place, options);
  const { archive, image, measurements, blob, follow } = stage;
  const { documents } = archive;
  return {
    tampering: { tampers, repaired: Math.min(repaired, steps.length) },
    blob: blob ?? new Blob(),
    archive,
    image,
    names: first.image ? namesAfter(first.image, forms, { documents, measurements, follow }) : [],
    isDamaged: damages(stage) > damages(first),
    table: await tableOf(options.engine, stage, options.signal),
    before,
    steps,
    pinned: pinnedOf(first, stage),
  };
}

/** How much was found wrong inside of layers. */
function damages({ measurements }: Stage): number {
  return measurements.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity !== 'info')).length;
}

/** The digests by which the image was known, and those by which it is now. */
function pinnedOf(first: Stage, now: Stage): Pinned[] {
  const after = digestsOf(now);
  return digestsOf(first).map(({ role, digest }, i) => ({
    role,
    before: digest,
    after: after[i]?.role === role ? (after[i]?.digest ?? null) : null,
  }));
}

function digestsOf({ archive: { documents }, image }: Stage): { role: Pinned['role']; digest: Digest }[] {
  const digestOf = (id: string): Digest | undefined => documents.find((each) => each.id === id)?.digest;
  const found = new Map<Digest, Pinned['role']>();
  const add = (role: Pinned['role'], id: string | null): void => {
    const digest = id === null ? undefined : digestOf(id);
    if (digest !== undefined && !found.has(digest)) found.set(digest, role);
  };
  add('image-id', image?.config ?? null);
  for (const { manifest, indexes } of image?.stated ?? []) {
    add('manifest', manifest);
    for (const index of indexes) add('index', index);
  }
  return [...found].map(([digest, role]) => ({ role, digest }));
}
