import type { BaseSign } from '../model/configView';
import { pointerStep } from '../model/jsonPointer';
import type { ReadHistory } from './steps';

const NAME = 'org.opencontainers.image.base.name';
const DIGEST = 'org.opencontainers.image.base.digest';

/** Annotations or labels, and where they are. */
export interface Annotated {
  readonly document: string;
  /** Pointer of the map. */
  readonly at: string;
  readonly values: Readonly<Record<string, string | null | undefined>>;
}

/** An image, as far as it tells whether another one was built on it. */
export interface Relative {
  readonly key: string;
  /** Name of the other opened file that it is in; null: this archive. */
  readonly beside: string | null;
  readonly names: readonly string[];
  /** Of its manifests. */
  readonly digests: readonly string[];
  /** Everything that names the bytes of each layer, base first. */
  readonly layers: readonly (readonly string[])[];
  /** What made each of its steps; asked for only of images that share layers. */
  readonly steps: () => readonly string[];
}

/** Another image that begins with the same layers. */
interface Shared {
  readonly other: Relative;
  readonly common: number;
}

/** Every sign of the image that this one was built on, the strongest first. */
export function baseSigns(
  image: Relative,
  history: ReadHistory,
  annotated: readonly Annotated[],
  others: readonly Relative[],
): BaseSign[] {
  const shared = sharedSigns(image, history, others);
  const noted = notedSign(history);
  const named = annotated.flatMap((each) => annotatedSign(each, image, history, others) ?? []);
  const [whole] = shared.filter(({ kind }) => kind === 'layers');
  const signs = [...named, ...(noted ? [noted] : []), ...shared];
  // Who is named and whose layers these are may be one image: then it is known where its steps end.
  return signs
    .map((sign) =>
      sign.kind === 'annotation' && sign.steps === null && whole && isSame(sign, whole, others)
        ? reach(sign, whole)
        : sign,
    )
    .toSorted((a, b) => Number(b.name !== null) - Number(a.name !== null));
}

function reach(sign: BaseSign, { image, beside, layers, steps }: BaseSign): BaseSign {
  return { ...sign, image, beside, layers, steps };
}

function isSame({ name, digest }: BaseSign, { image, beside }: BaseSign, others: readonly Relative[]): boolean {
  const other = others.find((each) => each.key === image && each.beside === beside);
  if (!other) return false;
  return (
    other.digests.includes(digest ?? '') ||
    other.names.some((each) => name !== null && shortName(each) === shortName(name))
  );
}

/** A name without what Docker leaves out of it. */
function shortName(name: string): string {
  return name.replace(/^(?:docker\.io\/(?:library\/)?)/, '').replace(/:latest$/, '');
}

function annotatedSign(
  { document, at, values }: Annotated,
  image: Relative,
  history: ReadHistory,
  others: readonly Relative[],
): BaseSign | null {
  const name = values[NAME] || null;
  const digest = values[DIGEST] || null;
  if (name === null && digest === null) return null;
  const other = others.find(({ digests }) => digest !== null && digests.includes(digest));
  const layers = other ? commonLayers(image, other) : null;
  return {
    kind: 'annotation',
    name: name ?? other?.names[0] ?? null,
    digest,
    image: other?.key ?? null,
    beside: other?.beside ?? null,
    layers,
    steps: other && layers !== null ? commonSteps(image, history, other, layers) : null,
    stated: { document, at: at + pointerStep(name === null ? DIGEST : NAME) },
  };
}

/** buildah notes at each step what it began from: a name where the steps of a Dockerfile begin, else the ID of the step before. */
function notedSign({ steps, state }: ReadHistory): BaseSign | null {
  const first = steps.findLast(
    ({ comment }) => comment !== null && /^FROM (?![0-9a-f]{12}(?:[0-9a-f]{52})?$)\S+$/.test(comment),
  );
  if (!first) return null;
  const before = steps.slice(0, first.number - 1);
  return {
    kind: 'comment',
    name: first.comment?.slice('FROM '.length) ?? null,
    digest: null,
    image: null,
    beside: null,
    layers: state === 'aligned' ? before.filter(({ empty }) => !empty).length : null,
    steps: before.length,
    stated: null,
  };
}

/** Of the other images those that this one begins like: the longest that is in it as a whole, and the longest that is not. */
function sharedSigns(image: Relative, history: ReadHistory, others: readonly Relative[]): BaseSign[] {
  const found: Record<'whole' | 'part', Shared | null> = { whole: null, part: null };
  for (const other of others) {
    const common = commonLayers(image, other);
    if (common === 0) continue;
    const isOurs = common === image.layers.length && common < other.layers.length;
    // It was built on this one.
    if (isOurs) continue;
    const isWhole =
      common === other.layers.length && (common < image.layers.length || other.steps().length < image.steps().length);
    const kind = isWhole ? 'whole' : 'part';
    const best = found[kind];
    const isBetter =
      !best || common > best.common || (common === best.common && other.steps().length > best.other.steps().length);
    const isTwin = kind === 'part' && common === other.layers.length;
    if (isBetter && !isTwin) found[kind] = { other, common };
  }
  const sign = (kind: 'layers' | 'some-layers', { other, common }: Shared): BaseSign => ({
    kind,
    name: kind === 'layers' ? (other.names[0] ?? null) : null,
    digest: null,
    image: other.key,
    beside: other.beside,
    layers: common,
    steps: kind === 'layers' ? commonSteps(image, history, other, common) : null,
    stated: null,
  });
  const { whole, part } = found;
  return [
    ...(whole ? [sign('layers', whole)] : []),
    ...(part && part.common > (whole?.common ?? 0) ? [sign('some-layers', part)] : []),
  ];
}

function commonLayers({ layers }: Relative, other: Relative): number {
  let count = 0;
  while (count < layers.length && other.layers[count]?.some((name) => layers[count]?.includes(name)) === true) count++;
  return count;
}

/** How many of the first steps are the other image's: all of its own when they are the same, else those up to its last layer. */
function commonSteps(image: Relative, { steps, state }: ReadHistory, other: Relative, layers: number): number | null {
  const [own, theirs] = [image.steps(), other.steps()];
  if (theirs.length > 0 && theirs.every((step, i) => step === own[i])) return Math.min(theirs.length, steps.length);
  if (state !== 'aligned') return null;
  return layers === 0 ? 0 : (steps.find(({ layer }) => layer === layers - 1)?.number ?? null);
}
