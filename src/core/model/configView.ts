import type { Archive, Document, Platform } from './archive';
import type { Digest } from './digest';
import type { Measurement } from './facts';
import type { CannotCode, Part } from './representation';

/** A value of a config and its place there (RFC 6901). */
export interface Stated<T> {
  readonly value: T;
  readonly at: string;
}

/** A list of a config. `items` are at most `LIMITS.configEntries` of them, `total` is how many there are. */
export interface StatedList<T> {
  readonly at: string;
  readonly items: readonly T[];
  readonly total: number;
}

export interface NamedValue {
  readonly name: string;
  /** Null for an environment variable without `=`. */
  readonly value: string | null;
  readonly at: string;
}

export interface EnvValue extends NamedValue {
  /** The name is one that secrets have. */
  readonly secret: boolean;
}

/** What is run. `shell`: one text that the image's shell reads; `exec`: words that are run as they are. */
export interface StatedCommand {
  readonly form: 'exec' | 'shell';
  readonly words: readonly string[];
  /** Of the shell form, the text alone. */
  readonly text: string | null;
  /** The text, or the words as JSON; values of secrets apart. */
  readonly pieces: readonly Piece[];
  readonly at: string;
}

/** Durations as Go writes them (`1m30s`); null where the runtime's own default holds. */
export interface Healthcheck {
  readonly at: string;
  readonly test: readonly string[];
  readonly interval: string | null;
  readonly timeout: string | null;
  readonly startPeriod: string | null;
  readonly startInterval: string | null;
  readonly retries: number | null;
}

export const CONFIG_TYPES = ['text', 'list', 'map', 'number'] as const;
export type ConfigType = (typeof CONFIG_TYPES)[number];

/** An image config to read (OCI image-spec config.md; docker-image-spec v1.3). What it does not state is null or empty. */
export interface ConfigCard {
  readonly platform: Stated<Platform> | null;
  readonly osFeatures: StatedList<string> | null;
  readonly created: Stated<string> | null;
  readonly author: Stated<string> | null;
  readonly dockerVersion: Stated<string> | null;
  readonly comment: Stated<string> | null;
  readonly entrypoint: StatedCommand | null;
  readonly cmd: StatedCommand | null;
  readonly env: StatedList<EnvValue> | null;
  readonly user: Stated<string> | null;
  readonly workdir: Stated<string> | null;
  readonly ports: StatedList<Stated<string>> | null;
  readonly volumes: StatedList<Stated<string>> | null;
  readonly labels: StatedList<NamedValue> | null;
  readonly healthcheck: Healthcheck | null;
  readonly stopSignal: Stated<string> | null;
  /** Seconds. */
  readonly stopTimeout: Stated<number> | null;
  readonly shell: StatedList<string> | null;
  readonly onbuild: StatedList<string> | null;
  /** Values that have another type than the specification gives them: not read. */
  readonly odd: readonly Stated<ConfigType>[];
}

/** Tools whose steps are known by what they write into a history. */
export const STEP_BUILDERS = [
  'buildkit',
  'docker',
  'buildah',
  'kaniko',
  'jib',
  'ko',
  'bazel',
  'umoci',
  'apko',
] as const;
export type StepBuilder = (typeof STEP_BUILDERS)[number];

/** A run of text; `hides` names the variable whose value it is: shown when asked for. */
export interface Piece {
  readonly text: string;
  readonly hides: string | null;
}

/** One entry of a config's history. */
export interface ConfigStep {
  /** From 1, the oldest first. */
  readonly number: number;
  readonly at: string;
  readonly builder: StepBuilder | null;
  /** The Dockerfile instruction (`RUN`); null where it is none, or not known. */
  readonly instruction: string | null;
  /** What the step says of itself, without the instruction and what the builder puts around it. */
  readonly text: readonly Piece[];
  /** Characters that were cut off. */
  readonly cut: number;
  readonly created: string | null;
  readonly author: string | null;
  readonly comment: string | null;
  readonly empty: boolean;
  /** The layer that it made, from 0; null when it made none, and where that cannot be told. */
  readonly layer: number | null;
  /** It is of the base image. */
  readonly base: boolean;
}

/** One layer of the image, beside the steps. */
export interface StepLayer {
  readonly part: Part;
  readonly digest: Digest | null;
  readonly diffId: Digest | null;
  /** Of the stored bytes. */
  readonly size: number | null;
  /** The number of the step that made it; null when none can be said to. */
  readonly step: number | null;
}

/**
 * `aligned`: as many steps made a layer as there are layers; `differs`: another number, so that no step can be said to have made a
 * given layer; `none`: there is no history.
 */
export type HistoryState = 'aligned' | 'differs' | 'none';

export interface ConfigHistory {
  readonly state: HistoryState;
  /** At most `LIMITS.configSteps` of them; `total` is how many there are. */
  readonly steps: readonly ConfigStep[];
  readonly total: number;
  /** How many steps say that they made a layer. */
  readonly makers: number;
  readonly layers: readonly StepLayer[];
}

/**
 * How the image that it was built on is known: `annotation`, the manifest (or a label) names it; `comment`, the builder noted it at the first
 * step of its own; `layers`, all layers of another image of the archive are its first ones; `some-layers`, the two only begin alike.
 */
export const BASE_KINDS = ['annotation', 'comment', 'layers', 'some-layers'] as const;
export type BaseKind = (typeof BASE_KINDS)[number];

/** Another opened file, on whose images one may have been built: what it states, and what is measured of it so far. */
export interface FileBeside extends Pick<Archive, 'name' | 'documents' | 'images'> {
  readonly measurements: readonly Measurement[];
}

/** One sign of the base image. */
export interface BaseSign {
  readonly kind: BaseKind;
  readonly name: string | null;
  readonly digest: string | null;
  /** Key of the image that it is, or shares layers with. */
  readonly image: string | null;
  /** Name of the other opened file that has that image; null: this archive. */
  readonly beside: string | null;
  /** How many of the first layers are its own; null where that is not told. */
  readonly layers: number | null;
  /** How many of the first steps are its own; null where that is not told. */
  readonly steps: number | null;
  /** The document and place that say so. */
  readonly stated: { readonly document: string; readonly at: string } | null;
}

/** `stated`: a document says so; `guessed`: what was meant is worked out; `unknown`: it cannot be known from the image. */
export const CERTAINTIES = ['stated', 'guessed', 'unknown'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Why a line of the Dockerfile is as it is. */
export const LINE_REASONS = [
  'base-annotation',
  'base-comment',
  'base-layers',
  'base-end-unknown',
  'base-steps',
  'from-scratch',
  'from-unknown',
  'copy-checksum',
  'copy-names',
  'copy-inline',
  'arg-value',
  'run-words',
  'run-plain',
  'values-split',
  'words-split',
  'health-unread',
  'config-only',
  'no-dockerfile',
  'step-silent',
  'layer-alone',
  'too-long',
  'not-writable',
  'steps-left-out',
] as const;
export type LineReason = (typeof LINE_REASONS)[number];

/** One instruction of the Dockerfile that may have made the image, or a comment where there is none to write. */
export interface DockerfileLine {
  /** Empty where only `why` is to be said. */
  readonly text: readonly Piece[];
  readonly certainty: Certainty;
  readonly why: LineReason | null;
  /** Number of the step that it is of. */
  readonly step: number | null;
  /** Where the config says it. */
  readonly at: string | null;
  /** The layer that it made, from 0. */
  readonly layer: number | null;
  /** How many steps `why` speaks of. */
  readonly count: number | null;
}

/** One line of the config, printed one value a line. */
export interface ConfigLine {
  readonly at: string;
  readonly depth: number;
  readonly name: string | null;
  readonly text: readonly Piece[];
  readonly comma: boolean;
}

/** The config of an image to read: as a card, as a timeline, as a Dockerfile, and printed. */
export interface ConfigView {
  /** Null when there is none. */
  readonly document:
    (Pick<Document, 'id' | 'origin' | 'path' | 'digest' | 'recipe'> & { readonly size: number }) | null;
  /** Why there is none. */
  readonly cannot: CannotCode | null;
  /** Null for a document that is no JSON object. */
  readonly card: ConfigCard | null;
  readonly history: ConfigHistory;
  /** The strongest first. */
  readonly base: readonly BaseSign[];
  readonly dockerfile: readonly DockerfileLine[];
  /** At most `LIMITS.configLines` of them; `lineCount` is how many there are. */
  readonly lines: readonly ConfigLine[];
  readonly lineCount: number;
}

/** The text of pieces; each hidden value is left out where `isShown` says no, and {@link LEFT_OUT} stands for it. */
export function textOf(pieces: readonly Piece[], isShown: (name: string) => boolean): string {
  return pieces.map(({ text, hides }) => (hides === null || isShown(hides) ? text : LEFT_OUT)).join('');
}

/** What stands for a value that is not shown. Plain ASCII, and no value of anything. */
export const LEFT_OUT = '***';

/** The first characters of pieces, and how many were cut off. */
export function cutPieces(pieces: readonly Piece[], limit: number): { pieces: readonly Piece[]; cut: number } {
  let left = limit;
  let cut = 0;
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const text = piece.text.slice(0, Math.max(0, left));
    cut += piece.text.length - text.length;
    left -= text.length;
    if (text !== '' || piece.text === '') kept.push({ ...piece, text });
  }
  return { pieces: kept, cut };
}
