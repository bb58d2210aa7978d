import type { Diagnostic } from '../errors';
import { FORMAT_IDS, type Document, type Image, type ImageLayer, type StatedImage } from '../model/archive';
import type { LayerTraits } from '../model/layerTraits';
import { isEncrypted, type Compression } from '../model/mediaType';
import { spanKey } from '../model/source';

/** What merging needs to know of a layer's bytes and a config's content. */
export interface MergeContext {
  readonly documents: ReadonlyMap<string, Document>;
  /** By span key. */
  readonly compressions: ReadonlyMap<string, Compression>;
  /** The history step of each layer. */
  steps(config: Document, layers: number): readonly (string | null)[];
  /** The command in a v1 layer's own document. */
  v1Step(document: Document): string | null;
}

/**
 * The images of an archive, each once, whichever formats state it. Two statements are one image when they have the same
 * config; a v1 layout, which has none, is matched by the bytes of its layers. Names are never used: writers spell them differently.
 */
export function mergeImages(
  stated: readonly StatedImage[],
  context: MergeContext,
): { images: Image[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const groups = new Groups((image) => context.documents.get(image.config ?? '')?.digest ?? null);
  // Formats with a config first, so that a v1 layout finds what it belongs to.
  for (const image of stated.filter((each) => each.format !== 'docker-v1')) {
    const found = groups.add(image);
    if (found?.disagree) diagnostics.push(disagreement(found.group, image, found.disagree));
  }
  for (const image of stated.filter((each) => each.format === 'docker-v1')) groups.add(image);
  return { images: distinctKeys(groups.finish().map((group) => imageOf(group, context))), diagnostics };
}

interface Joined {
  readonly group: readonly StatedImage[];
  /** What the statements of the group do not have in common. */
  readonly disagree: 'config' | 'layers' | null;
}

/** Statements of one image each. Finds them by key, because an archive may list a hundred thousand images. */
class Groups {
  private readonly groups: StatedImage[][] = [];
  /** Groups that lack a statement of a format, by that format and by what they would have in common with it. */
  private readonly open = new Map<string, Set<StatedImage[]>>();
  /** Statements by everything that makes one a repetition, with the names of all. */
  private readonly listed = new Map<string, { group: StatedImage[]; at: number; names: Set<string> }>();
  private readonly configs = new Set<string>();

  constructor(private readonly digestOf: (image: StatedImage) => string | null) {}

  /** Puts the statement where it belongs; null when it begins a group or repeats a statement. */
  add(image: StatedImage): Joined | null {
    const { format, names, manifest } = image;
    const config = this.configOf(image);
    const repetition = config === null ? null : `${format} ${config} ${manifest ?? ''} ${layersKey(image)}`;
    const listed = repetition === null ? undefined : this.listed.get(repetition);
    if (listed) {
      // The same image listed twice by one format (a tag each): one image, all names.
      for (const name of names) listed.names.add(name);
      return null;
    }
    const joined = this.join(image, config);
    const group = joined?.group ?? [];
    if (!joined) this.groups.push(group);
    group.push(image);
    this.offer(group);
    if (config !== null) this.configs.add(config);
    if (repetition !== null) this.listed.set(repetition, { group, at: group.length - 1, names: new Set(names) });
    return joined;
  }

  finish(): readonly (readonly StatedImage[])[] {
    for (const { group, at, names } of this.listed.values()) {
      const image = group[at];
      if (image) group[at] = { ...image, names: [...names] };
    }
    return this.groups;
  }

  private configOf(image: StatedImage): string | null {
    return image.format === 'docker-v1' ? null : this.digestOf(image);
  }

  private join(image: StatedImage, config: string | null): (Joined & { group: StatedImage[] }) | null {
    const [both, sameConfig, sameLayers] = this.commonKeys(image);
    const first = (key: string | null | undefined): StatedImage[] | undefined =>
      key == null ? undefined : this.open.get(`${image.format} ${key}`)?.values().next().value;
    const isKnown = config !== null && this.configs.has(config);
    const candidates: [StatedImage[] | undefined, Joined['disagree']][] = [
      [first(both), null],
      [first(sameConfig), 'layers'],
      [isKnown ? undefined : first(sameLayers), image.format === 'docker-v1' ? null : 'config'],
    ];
    const [group, disagree = null] = candidates.find(([each]) => each) ?? [];
    if (!group) return null;
    for (const key of group.flatMap((each) => this.commonKeys(each))) {
      if (key !== null) this.open.get(`${image.format} ${key}`)?.delete(group);
    }
    return { group, disagree };
  }

  /** Makes the group known to the formats that have not stated it yet. */
  private offer(group: StatedImage[]): void {
    for (const format of FORMAT_IDS) {
      if (group.some((each) => each.format === format)) continue;
      for (const key of group.flatMap((each) => this.commonKeys(each))) {
        if (key === null) continue;
        const open = this.open.get(`${format} ${key}`);
        if (open) open.add(group);
        else this.open.set(`${format} ${key}`, new Set([group]));
      }
    }
  }

  /** What another statement of the same image has too: config and layers, config, layers. */
  private commonKeys(image: StatedImage): [string | null, string | null, string | null] {
    const config = this.configOf(image);
    const layers = layersKey(image);
    return [
      config === null ? null : `both ${config} ${layers}`,
      config === null ? null : `config ${config}`,
      image.layers.length === 0 ? null : `layers ${layers}`,
    ];
  }
}

function layersKey(image: StatedImage): string {
  return image.layers.map((layer) => (layer.span ? spanKey(layer.span) : layer.path)).join(' ');
}

function disagreement(group: readonly StatedImage[], image: StatedImage, about: 'config' | 'layers'): Diagnostic {
  return {
    code: 'formats-disagree',
    severity: 'warning',
    details: { a: group[0]?.pointer ?? '', b: image.pointer ?? '', about },
  };
}

function imageOf(group: readonly StatedImage[], context: MergeContext): Image {
  const configured = group.filter((each) => each.format !== 'docker-v1');
  const [first] = configured.length > 0 ? configured : group;
  const config = configured.map((each) => context.documents.get(each.config ?? '')).find((each) => each) ?? null;
  const layers = first?.layers ?? [];
  const steps = config
    ? context.steps(config, layers.length)
    : (first?.layerDocuments ?? []).map((id) => {
        const document = context.documents.get(id);
        return document ? context.v1Step(document) : null;
      });
  return {
    key:
      config?.digest ??
      `${first?.format ?? ''}:${first?.layers.at(-1)?.v1Id ?? first?.manifest ?? first?.pointer ?? ''}`,
    names: distinctNames(group.flatMap((each) => each.names)),
    platform: group.map((each) => each.platform).find((each) => each !== null) ?? null,
    stated: group,
    config: config?.id ?? null,
    layers: layers.map((layer, i): ImageLayer => {
      const types = group.map((each) => each.layers[i]?.mediaType ?? '');
      return {
        span: layer.span,
        path: layer.path,
        compression: layer.span ? (context.compressions.get(spanKey(layer.span)) ?? null) : null,
        encrypted: types.some(isEncrypted),
        ...traitsOf(group.flatMap((each) => each.layers[i]?.traits ?? [])),
        createdBy: steps[i] ?? null,
      };
    }),
  };
}

/** Of several statements of one layer, the first that says more than the bytes. */
function traitsOf([traits]: readonly LayerTraits[]): Pick<ImageLayer, 'traits'> {
  return traits ? { traits } : {};
}

/** Names without repetition: `fx:1`, `docker.io/fx:1` and `docker.io/library/fx:1` are one name, as the first writer spells it. */
function distinctNames(names: readonly string[]): string[] {
  const byMeaning = new Map<string, string>();
  for (const name of names) {
    const meaning = name.replace(/^docker\.io\/(?:library\/)?/, '');
    if (!byMeaning.has(meaning)) byMeaning.set(meaning, name);
  }
  return [...byMeaning.values()];
}

/** Two manifests may name one config, with layers compressed in another way: the second image of a key gets a number. */
function distinctKeys(images: readonly Image[]): Image[] {
  const seen = new Map<string, number>();
  return images.map((image) => {
    const count = (seen.get(image.key) ?? 0) + 1;
    seen.set(image.key, count);
    return count === 1 ? image : { ...image, key: `${image.key}#${count}` };
  });
}
