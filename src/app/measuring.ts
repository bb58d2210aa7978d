import { PACE } from '../core/limits';
import type { MeasureRequest, Measurement } from '../core/model/facts';
import type { LayerFiles } from '../core/model/layerFiles';
import { narrowed, spanKey, type SourceRef } from '../core/model/source';
import type { EnginePool } from '../worker/pool';
import { failureOf } from './failure';
import { createRate } from './rate';
import { createReadingsBound } from './readingsBound';
import type { Measuring, SpanState } from './state';

/** What happened: bytes were read, a span was measured or failed, or nothing is left to do. */
export type MeasuringEvent = 'progress' | 'measured' | 'ended';

/** The measuring of one archive. One bad span never stops the others. */
export interface MeasuringRun {
  /** As things stand, immutable. */
  readonly snapshot: () => Measuring;
  /** The same array until another span is measured. */
  readonly measurements: () => readonly Measurement[];
  /** What is listed in the layers that are measured, by span key. It grows. */
  readonly files: ReadonlyMap<string, LayerFiles>;
  /** These spans come first from now on. */
  readonly prefer: (keys: ReadonlySet<string>) => void;
  /** Lets go of what is not measured; keeps what is. */
  readonly stop: () => void;
  /** Measures what was stopped or failed. */
  readonly resume: () => void;
}

export interface MeasuringOptions {
  readonly engine: EnginePool;
  readonly source: SourceRef;
  readonly requests: readonly MeasureRequest[];
  /** What was measured elsewhere, of bytes that are not here. */
  readonly recorded?: readonly Measurement[];
  /** Waits until it is told to go on: the bytes would have to be fetched. */
  readonly isHeld?: boolean;
  /** Keys of the spans that come first; within that, large ones before small ones. */
  readonly preferred: ReadonlySet<string>;
  /** Not called while stopped. */
  readonly onEvent: (event: MeasuringEvent) => void;
}

/** Measures every request once, `engine.size` large ones at a time; small ones many together. */
export function startMeasuring(options: MeasuringOptions): MeasuringRun {
  const { engine, source, requests, recorded = [], isHeld = false, onEvent } = options;
  const spans = new Map<string, SpanState>(requests.map(({ span }) => [spanKey(span), { kind: 'waiting' }]));
  const bytesTotal = requests.reduce((sum, { span }) => sum + span.length, 0);
  const rate = createRate();
  const files = new Map<string, LayerFiles>();
  const withinBound = createReadingsBound();
  let { preferred } = options;
  /** Waiting requests, the next one last. */
  let queue: MeasureRequest[] = [];
  let running = 0;
  let measurements: readonly Measurement[] | null = null;
  let controller = new AbortController();

  const bytesDone = (): number => {
    let sum = 0;
    for (const state of spans.values()) {
      if (state.kind === 'measured') sum += state.measurement.span.length;
      else if (state.kind === 'running') sum += state.done;
    }
    return sum;
  };

  const order = (): void => {
    const weight = ({ span }: MeasureRequest): number => (preferred.has(spanKey(span)) ? 1 : 0);
    // Small spans stay in the order of the file, in which they are read together.
    const size = ({ span }: MeasureRequest): number => Math.max(span.length, PACE.smallSpanBytes);
    queue.sort((a, b) => weight(a) - weight(b) || size(a) - size(b) || b.span.offset - a.span.offset);
  };

  const measure = async (batch: readonly MeasureRequest[]): Promise<void> => {
    const { signal } = controller;
    const [first, ...others] = batch.map(({ span }) => ({ key: spanKey(span), total: span.length }));
    if (!first) return;
    const { key, total } = first;
    for (const each of [first, ...others]) spans.set(each.key, { kind: 'running', done: 0, total: each.total });
    running++;
    const part = narrowed(
      source,
      batch.map(({ span }) => span),
    );
    const outcomes = await engine
      .call('measureSpans', [part, batch], {
        signal,
        onProgress({ done }) {
          if (others.length === 0) spans.set(key, { kind: 'running', done, total });
          onEvent('progress');
        },
      })
      .then(
        ({ measurements: made, files: listed }) => {
          for (const each of listed) files.set(spanKey(each.span), withinBound(each));
          return made.map((measurement): SpanState => ({ kind: 'measured', measurement }));
        },
        (error: unknown) => batch.map((): SpanState => ({ kind: 'failed', failure: failureOf(error) })),
      );
    if (signal.aborted) return;
    batch.forEach(({ span }, i) => spans.set(spanKey(span), outcomes[i] ?? { kind: 'stopped' }));
    measurements = null;
    running--;
    pump();
    onEvent('measured');
    if (running === 0) onEvent('ended');
  };

  const pump = (): void => {
    while (running < engine.size && queue.length > 0) void measure(takeBatch(queue));
  };

  const begin = (): void => {
    queue = requests.filter(({ span }) => spans.get(spanKey(span))?.kind === 'waiting');
    order();
    pump();
  };

  const status = (): Measuring['status'] => {
    if (running > 0) return 'running';
    return [...spans.values()].some(({ kind }) => kind === 'stopped') ? 'stopped' : 'done';
  };

  const run: MeasuringRun = {
    files,
    snapshot() {
      const done = bytesDone();
      rate.add(done);
      const bytesPerSecond = running > 0 ? rate.perSecond() : 0;
      return { status: status(), spans: new Map(spans), bytesDone: done, bytesTotal, bytesPerSecond };
    },
    measurements() {
      measurements ??= [
        ...recorded,
        ...[...spans.values()].flatMap((state) => (state.kind === 'measured' ? [state.measurement] : [])),
      ];
      return measurements;
    },
    prefer(keys) {
      preferred = keys;
      order();
    },
    stop() {
      controller.abort();
      queue = [];
      running = 0;
      for (const [key, { kind }] of spans)
        if (kind === 'waiting' || kind === 'running') spans.set(key, { kind: 'stopped' });
    },
    resume() {
      if (controller.signal.aborted) controller = new AbortController();
      rate.reset();
      for (const [key, { kind }] of spans)
        if (kind === 'stopped' || kind === 'failed') spans.set(key, { kind: 'waiting' });
      begin();
    },
  };
  if (isHeld) run.stop();
  else begin();
  return run;
}

/** Takes what is measured in one call from the end of the queue: one span, or small ones up to a limit. */
function takeBatch(queue: MeasureRequest[]): MeasureRequest[] {
  const batch: MeasureRequest[] = [];
  let bytes = 0;
  for (let next = queue.at(-1); next && batch.length < PACE.batchSpans; next = queue.at(-1)) {
    const isSmall = next.span.length <= PACE.smallSpanBytes;
    bytes += next.span.length;
    if (batch.length > 0 && (!isSmall || bytes > PACE.batchBytes)) break;
    queue.pop();
    batch.push(next);
    if (!isSmall) break;
  }
  return batch;
}
