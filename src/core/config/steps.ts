import { LIMITS } from '../limits';
import type { ConfigCard } from '../model/configView';
import { pointerStep } from '../model/jsonPointer';
import { splitPair } from './card';
import { nopShell, readCreatedBy, shellOf, type CreatedBy } from './createdBy';
import { isJsonObject } from './fields';
import { plainPairs, quotedPairs, type Pair, type SplitPairs } from './pairs';

/** One entry of a history, read. */
export interface ReadStep extends CreatedBy {
  /** From 1, the oldest first. */
  readonly number: number;
  readonly at: string;
  readonly createdBy: string;
  readonly created: string | null;
  readonly author: string | null;
  readonly comment: string | null;
  readonly empty: boolean;
  /** The layer that it made, from 0; null for none, and where that cannot be told. */
  readonly layer: number | null;
  /** Of ENV, LABEL and ARG; null where they cannot be taken apart. */
  readonly split: SplitPairs | null;
  /** The shell that commands are given to when this step begins, its words joined by spaces. */
  readonly shellNow: string;
}

export interface ReadHistory {
  readonly state: 'aligned' | 'differs' | 'none';
  /** At most `LIMITS.configSteps`, of `total`. */
  readonly steps: readonly ReadStep[];
  readonly total: number;
  readonly makers: number;
}

const SH = '/bin/sh -c';
const OWN_QUOTES: ReadonlySet<CreatedBy['builder']> = new Set(['buildah', 'kaniko', null]);

/**
 * The history of a config beside its layers: steps that are not marked `empty_layer` made one each, in their order (OCI image-spec config.md,
 * "history"). With another number of them than there are layers, none can be said to have made a given one.
 */
export function readHistory(config: unknown, layers: number, card: ConfigCard | null): ReadHistory {
  const list = isJsonObject(config) && Array.isArray(config['history']) ? (config['history'] as unknown[]) : [];
  const makers = list.filter((entry) => !isEmpty(entry)).length;
  const state = list.length === 0 ? 'none' : makers === layers ? 'aligned' : 'differs';
  const entries = list.slice(0, LIMITS.configSteps);
  const shells = shellsOf(entries, card);
  const known = knownValues(card);
  const steps: ReadStep[] = [];
  let layer = 0;
  let shellNow = SH;
  for (const [index, entry] of entries.entries()) {
    const texts = textsOf(entry);
    const empty = isEmpty(entry);
    const asIs = readCreatedBy(texts, [shellNow, ...shells]);
    const read = isBuildahs(asIs, texts.createdBy, entries[index + 1])
      ? { ...asIs, builder: 'buildah' as const }
      : asIs;
    steps.push({
      ...read,
      number: index + 1,
      at: `/history${pointerStep(index)}`,
      createdBy: texts.createdBy,
      created: textIn(entry, 'created') || null,
      author: texts.author || null,
      comment: texts.comment || null,
      empty,
      layer: empty || state !== 'aligned' ? null : layer,
      split: splitOf(read, known),
      shellNow,
    });
    if (!empty) layer++;
    shellNow = shellOf(read) ?? shellNow;
  }
  return { state, steps, total: list.length, makers };
}

/** Every variable that a history and a config give a value to. */
export function variablesOf(steps: readonly ReadStep[], card: ConfigCard | null): Pair[] {
  const env = (card?.env?.items ?? []).map(({ name, value }) => ({ name, value: value ?? '' }));
  const stated = steps.filter(({ instruction }) => instruction === 'ENV' || instruction === 'ARG');
  return [...env, ...stated.flatMap(({ split }) => split?.pairs ?? []), ...steps.flatMap(({ args }) => args)];
}

/** buildah notes what a step began from only when there is something: the first step of all is known by its one space, and by the next. */
function isBuildahs({ builder, instruction }: CreatedBy, createdBy: string, next: unknown): boolean {
  if (builder !== 'docker' || instruction === 'ADD' || instruction === 'COPY') return false;
  return /#\(nop\) \S/.test(createdBy) && textsOf(next).comment.startsWith('FROM ');
}

function textsOf(entry: unknown): { createdBy: string; author: string; comment: string } {
  return { createdBy: textIn(entry, 'created_by'), author: textIn(entry, 'author'), comment: textIn(entry, 'comment') };
}

function textIn(entry: unknown, name: string): string {
  const value = isJsonObject(entry) && Object.hasOwn(entry, name) ? entry[name] : '';
  return typeof value === 'string' ? value : '';
}

function isEmpty(entry: unknown): boolean {
  return isJsonObject(entry) && entry['empty_layer'] === true;
}

/** The shells that commands may have been given to. */
function shellsOf(entries: readonly unknown[], card: ConfigCard | null): string[] {
  const own = card?.shell?.items.join(' ');
  const shells = entries.flatMap((entry) => nopShell(textsOf(entry).createdBy) ?? []);
  return [...new Set([...(own === undefined ? [] : [own]), ...shells])];
}

function knownValues(card: ConfigCard | null): ReadonlyMap<string, string> {
  const all = [...(card?.env?.items ?? []), ...(card?.labels?.items ?? [])];
  return new Map(all.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])));
}

function splitOf({ instruction, builder, body }: CreatedBy, known: ReadonlyMap<string, string>): SplitPairs | null {
  if (instruction !== 'ENV' && instruction !== 'LABEL' && instruction !== 'ARG') return null;
  const quoted = quotedPairs(body);
  if (quoted && OWN_QUOTES.has(builder)) return { pairs: quoted, exact: true };
  const plain = plainPairs(body, (name) => [known.get(name) ?? []].flat());
  // A builder that is not the one it looks like: the config has the values without the marks.
  const isQuoted = quoted?.every(({ name, value }) => known.get(name) === value) ?? false;
  if (quoted && isQuoted && plain?.exact !== true) return { pairs: quoted, exact: true };
  if (plain || instruction !== 'ENV') return plain;
  // The oldest form: one name, and all after the space is its value.
  const { name, value: rest } = splitPair(body.replace(/\s+/, '='));
  return rest === null || name === '' ? null : { pairs: [{ name, value: rest }], exact: true };
}
