import type { BaseSign, ConfigCard, DockerfileLine } from '../model/configView';
import { writeStep } from './instructions';
import { leftOver } from './leftOver';
import type { Masks } from './masks';
import type { ReadHistory, ReadStep } from './steps';

interface DockerfileSource {
  readonly history: ReadHistory;
  readonly card: ConfigCard | null;
  readonly base: readonly BaseSign[];
  readonly layers: number;
  readonly masks: Masks;
}

const NOTHING: DockerfileLine = {
  text: [],
  certainty: 'unknown',
  why: null,
  step: null,
  at: null,
  layer: null,
  count: null,
};

/** The sign of the base that the Dockerfile goes by: the strongest that gives a name or an image. */
export function usedBase(base: readonly BaseSign[]): BaseSign | null {
  return base.find(({ kind, name, image }) => kind !== 'some-layers' && (name ?? image) !== null) ?? null;
}

/**
 * A Dockerfile that may have made the image, an instruction a line: what the steps say, what only the config says, and comments in the
 * place of what cannot be known.
 */
export function reconstructDockerfile({ history, card, base, layers, masks }: DockerfileSource): DockerfileLine[] {
  const used = usedBase(base);
  const ofBase = used?.steps ?? 0;
  const args = new Map(history.steps.flatMap((step) => step.args.map(({ name, value }) => [name, value] as const)));
  const own = history.steps.filter(({ number }) => number > ofBase);
  const lines: DockerfileLine[] = [fromLine(used, history, base, layers, masks)];
  if (used && used.steps === null && history.total > 0) lines.push({ ...NOTHING, why: 'base-end-unknown' });
  if (used && ofBase > 0) lines.push({ ...NOTHING, certainty: certaintyOf(used), why: 'base-steps', count: ofBase });
  for (const step of own) lines.push(stepLine(step, card, args, masks));
  const leftOut = history.total - history.steps.length;
  if (leftOut > 0) lines.push({ ...NOTHING, why: 'steps-left-out', count: leftOut });
  if (history.state !== 'aligned') {
    const first = used?.layers ?? 0;
    for (let layer = first; layer < layers && layer < first + LAYERS_SAID; layer++)
      lines.push({ ...NOTHING, why: 'layer-alone', layer });
  }
  const left = card ? leftOver(card, history.steps) : [];
  const rest = left.map(({ text, at, isWritable }): DockerfileLine => ({
    ...NOTHING,
    text: masks.pieces(text),
    certainty: isWritable ? 'stated' : 'unknown',
    why: isWritable ? 'config-only' : 'not-writable',
    at,
  }));
  return [...lines, ...rest];
}

/** Layers without a step that are listed; an image that runs has at most 127. */
const LAYERS_SAID = 200;

function stepLine(
  step: ReadStep,
  card: ConfigCard | null,
  args: ReadonlyMap<string, string>,
  masks: Masks,
): DockerfileLine {
  const { text, certainty, why } = writeStep(step, { card, args });
  return { text: masks.pieces(text), certainty, why, step: step.number, at: step.at, layer: step.layer, count: null };
}

function certaintyOf({ kind }: BaseSign): 'stated' | 'guessed' {
  return kind === 'layers' ? 'guessed' : 'stated';
}

/** What may stand after FROM. */
const REFERENCE = /^[\w][\w./:@+-]*$/;

function fromLine(
  used: BaseSign | null,
  history: ReadHistory,
  base: readonly BaseSign[],
  layers: number,
  masks: Masks,
): DockerfileLine {
  const name = used && (used.name ?? used.image);
  if (used && name !== null && REFERENCE.test(name)) {
    const pinned = used.digest !== null && REFERENCE.test(used.digest) && !name.includes('@') ? `@${used.digest}` : '';
    const why =
      used.kind === 'annotation' ? 'base-annotation' : used.kind === 'comment' ? 'base-comment' : 'base-layers';
    return { ...NOTHING, text: masks.pieces(`FROM ${name}${pinned}`), certainty: certaintyOf(used), why };
  }
  const isWhole = history.state === 'aligned' || layers === 0;
  if (isWhole && base.length === 0)
    return { ...NOTHING, text: masks.pieces('FROM scratch'), certainty: 'guessed', why: 'from-scratch' };
  return { ...NOTHING, text: masks.pieces('FROM unknown-base'), why: 'from-unknown' };
}
