import { LIMITS } from '../limits';
import { cutPieces, type BaseSign, type ConfigCard, type ConfigStep, type StatedCommand } from '../model/configView';
import { usedBase } from './dockerfile';
import type { Masks } from './masks';
import type { ReadHistory } from './steps';

/** The steps as the page gets them: texts cut, the values of variables apart, those of the base marked. */
export function shownSteps(history: ReadHistory, base: readonly BaseSign[], masks: Masks): ConfigStep[] {
  const ofBase = usedBase(base)?.steps ?? 0;
  return history.steps.map((step) => {
    const { number, at, builder, instruction, created, author, comment, empty, layer } = step;
    const { pieces, cut } = cutPieces(masks.pieces(step.body), LIMITS.configText);
    const said = { created: short(created), author: short(author), comment: short(comment) };
    return { number, at, builder, instruction, text: pieces, cut, ...said, empty, layer, base: number <= ofBase };
  });
}

/** A card without the ends of texts that are longer than anyone reads, and with the values of secrets apart. */
export function shownCard(card: ConfigCard, masks: Masks): ConfigCard {
  const masked = (command: StatedCommand | null): StatedCommand | null =>
    command && { ...command, pieces: command.pieces.flatMap(({ text }) => masks.pieces(text)) };
  return shorten({ ...card, entrypoint: masked(card.entrypoint), cmd: masked(card.cmd) });
}

function short(text: string | null): string | null {
  return text !== null && text.length > LIMITS.configText ? `${text.slice(0, LIMITS.configText)}…` : text;
}

/** Plain data of known depth: objects, lists, texts. Pointers stay as they are. */
function shorten<T>(value: T): T;
function shorten(value: unknown): unknown {
  if (typeof value === 'string') return short(value);
  if (Array.isArray(value)) return value.map((each: unknown): unknown => shorten(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === 'at' ? each : shorten(each)]));
}
