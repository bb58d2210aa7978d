import { valueOf } from '../formats/documents';
import { reading, state, type StatingContext } from '../formats/statements/context';
import { Repositories } from '../formats/shapes';
import { platformText } from '../formats/statements/platforms';
import type { Archive, Image, StatedImage } from '../model/archive';
import { encodedPart } from '../model/digest';
import type { HybridCounts, RowVerdict, Statement } from '../model/integrity';
import { spanKey } from '../model/source';

/**
 * The lists of one archive held against each other, image by image: what `manifest.json`, `index.json` and `repositories` have
 * in common, and what not. Claimed is what the older list says, actual what the newer one does.
 */
export function* hybridStatements(archive: Pick<Archive, 'images'>, context: StatingContext): Generator<Statement> {
  if (hasBothLists(archive)) for (const each of pairsOf(archive.images)) yield* compared(each, context.documents);
  const repositories = namesByTarget(context);
  for (const image of repositories ? archive.images : []) {
    const { list } = listsOf(image);
    if (list && repositories) yield namesAgainst(list, image, repositories);
  }
}

/** How many images the two lists of a hybrid agree on; null for an archive that is none. */
export function hybridCounts(archive: Pick<Archive, 'images' | 'documents'>): HybridCounts | null {
  if (!hasBothLists(archive)) return null;
  const documents = new Map(archive.documents.map((document) => [document.id, document]));
  let [same, different, one] = [0, 0, 0];
  for (const pair of pairsOf(archive.images)) {
    if (!pair.list || !pair.index) one++;
    else if ([...compared(pair, documents)].every(isAgreed)) same++;
    else different++;
  }
  return { same, different, one };
}

/** What the lists say of one image. */
interface Pair {
  readonly image: Image;
  readonly list: StatedImage | undefined;
  readonly index: StatedImage | undefined;
}

/** Images of other bytes are one, too, when both lists give them one name and platform, or have nothing else. */
function pairsOf(images: readonly Image[]): Pair[] {
  const all = images.map((image): Pair => ({ image, ...listsOf(image) }));
  const listed = all.filter(({ list, index }) => list && !index);
  const indexed = all.filter(({ list, index }) => index && !list);
  const isOnlyOne = listed.length === 1 && indexed.length === 1 && all.length === 2;
  const byName = new Map(indexed.flatMap((pair) => placesOf(pair).map((place) => [place, pair] as const)));
  const partners = new Map<Pair, Pair>();
  const taken = new Set<Pair>();
  for (const pair of listed) {
    const named = placesOf(pair).flatMap((place) => byName.get(place) ?? []);
    const partner = isOnlyOne ? indexed[0] : named.find((each) => !taken.has(each));
    if (!partner) continue;
    partners.set(pair, partner);
    taken.add(partner);
  }
  return all.flatMap((pair) => (taken.has(pair) ? [] : [{ ...pair, index: pair.index ?? partners.get(pair)?.index }]));
}

/** Under which names for which platform a list has an image; an index may have the tag alone. */
function placesOf({ image, list, index }: Pair): string[] {
  const platform = image.platform ? platformText(image.platform) : '';
  const names = (list ?? index)?.names ?? [];
  const tags = list ? names.map((name) => name.slice(name.lastIndexOf(':') + 1)) : [];
  return [...names.map(plainName), ...tags].map((name) => `${platform} ${name}`);
}

function isAgreed({ claimed, fact }: Statement): boolean {
  return fact.from === 'reading' && (fact.actual === claimed || fact.otherwise === 'tolerated');
}

function hasBothLists({ images }: Pick<Archive, 'images'>): boolean {
  const formats = new Set(images.flatMap(({ stated }) => stated.map(({ format }) => format)));
  return formats.has('docker-archive') && formats.has('oci-layout');
}

function listsOf({ stated }: Image): { list: StatedImage | undefined; index: StatedImage | undefined } {
  const by = (format: StatedImage['format']): StatedImage | undefined => stated.find((each) => each.format === format);
  return { list: by('docker-archive'), index: by('oci-layout') };
}

function* compared({ image, list, index }: Pair, documents: StatingContext['documents']): Generator<Statement> {
  const row = (
    kind: Statement['kind'],
    claimed: string | null,
    actual: string | null,
    otherwise: RowVerdict,
    number: number | null = null,
  ): Statement =>
    state({
      kind,
      about: number === null ? 'image' : 'layer',
      number,
      document: list?.pointer ?? index?.pointer ?? null,
      pointer: '',
      target: image.names[0] ?? image.key,
      claimed,
      fact: reading(actual, otherwise),
    });
  if (!list || !index) {
    // Docker lists one platform in `manifest.json`, and images without a name not always in `index.json`.
    yield row('listed', list ? 'manifest.json' : null, index ? 'index.json' : null, 'absent');
    return;
  }
  const config = (stated: StatedImage): string => documents.get(stated.config ?? '')?.digest ?? 'none';
  yield row('same-config', config(list), config(index), 'ambiguous');
  const differing = differingLayers(list, index);
  if (differing.length === 0) yield row('same-layers', `${list.layers.length}`, `${index.layers.length}`, 'ambiguous');
  for (const i of differing) {
    yield row('same-layers', list.layers[i]?.path ?? null, index.layers[i]?.path ?? null, 'ambiguous', i + 1);
  }
  const [a, b] = [namesOf(list.names), namesOf(index.names)];
  const isTagOnly = index.names.every(
    (name) => !/[:/]/.test(name) && list.names.some((full) => full.endsWith(`:${name}`)),
  );
  yield row('same-names', a, b, isTagOnly && index.names.length > 0 ? 'tolerated' : 'ambiguous');
}

/** Places, from 0, where one list has other bytes than the other, or none. */
function differingLayers(list: StatedImage, index: StatedImage): number[] {
  const keyOf = (each: StatedImage['layers'][number] | undefined): string | null =>
    each ? (each.span ? spanKey(each.span) : each.path) : null;
  const count = Math.max(list.layers.length, index.layers.length);
  return Array.from({ length: count }, (_, i) => i).filter((i) => keyOf(list.layers[i]) !== keyOf(index.layers[i]));
}

/** Names without what Docker leaves out: `fx:1`, `docker.io/fx:1` and `docker.io/library/fx:1` are one. */
function namesOf(names: readonly string[]): string {
  return [...new Set(names.map(plainName))].sort().join(' ');
}

function plainName(name: string): string {
  return name.replace(/^docker\.io\/(?:library\/)?/, '');
}

/** What `repositories` names: v1 IDs or, since Docker 25, last DiffIDs, with their names. */
function namesByTarget({ documents }: StatingContext): ReadonlyMap<string, readonly string[]> | null {
  const value = valueOf(documents.get('repositories') ?? null, Repositories);
  if (!value) return null;
  const names = new Map<string, string[]>();
  for (const [repository, tags] of Object.entries(value)) {
    for (const [tag, id] of Object.entries(tags ?? {})) {
      const known = names.get(id);
      if (known) known.push(`${repository}:${tag}`);
      else names.set(id, [`${repository}:${tag}`]);
    }
  }
  return names;
}

function namesAgainst(
  list: StatedImage,
  image: Image,
  repositories: ReadonlyMap<string, readonly string[]>,
): Statement {
  const v1 = image.stated.find((each) => each.format === 'docker-v1')?.layers.at(-1)?.v1Id;
  const diffId = list.layers.at(-1)?.diffId;
  const ids = new Set([v1, diffId == null ? null : encodedPart(diffId)]);
  const names = [...ids].flatMap((id) => (id == null ? [] : (repositories.get(id) ?? [])));
  return state({
    kind: 'same-names',
    about: 'image',
    document: 'repositories',
    target: image.names[0] ?? image.key,
    claimed: namesOf(names),
    fact: reading(namesOf(list.names), 'tolerated'),
  });
}
