import type { Diagnostic } from '../errors';
import type { Document, Image, ImageLayer, StatedImage } from '../model/archive';
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
  const groups: StatedImage[][] = [];
  const join = (image: StatedImage, group: StatedImage[] | undefined): void => {
    if (group) group.push(image);
    else groups.push([image]);
  };
  const configOf = (image: StatedImage): string | null =>
    image.format === 'docker-v1' ? null : (context.documents.get(image.config ?? '')?.digest ?? null);
  // Formats with a config first, so that a v1 layout finds what it belongs to.
  for (const image of stated.filter((each) => each.format !== 'docker-v1')) {
    const config = configOf(image);
    const sameConfig = groups.find((group) => config !== null && group.some((each) => configOf(each) === config));
    const free = sameConfig?.every((each) => each.format !== image.format) ? sameConfig : undefined;
    if (sameConfig && !free) {
      // The same image listed twice by one format (a tag each): one image, all names.
      const at = sameConfig.findIndex((each) => each.format === image.format);
      const first = sameConfig[at];
      if (first && layersKey(first) === layersKey(image)) {
        sameConfig[at] = { ...first, names: [...new Set([...first.names, ...image.names])] };
        continue;
      }
    }
    const sameLayers = sameConfig
      ? undefined
      : groups.find((group) => sharesLayers(group, image) && group.every((each) => each.format !== image.format));
    if (sameLayers) diagnostics.push(disagreement(sameLayers, image, 'config'));
    if (free && !sharesLayers(free, image)) diagnostics.push(disagreement(free, image, 'layers'));
    join(image, free ?? sameLayers);
  }
  for (const image of stated.filter((each) => each.format === 'docker-v1')) {
    join(
      image,
      groups.find((group) => sharesLayers(group, image) && group.every((each) => each.format !== 'docker-v1')),
    );
  }
  return { images: distinctKeys(groups.map((group) => imageOf(group, context))), diagnostics };
}

function layersKey(image: StatedImage): string {
  return image.layers.map((layer) => (layer.span ? spanKey(layer.span) : layer.path)).join(' ');
}

function sharesLayers(group: readonly StatedImage[], image: StatedImage): boolean {
  return image.layers.length > 0 && group.some((each) => layersKey(each) === layersKey(image));
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
        createdBy: steps[i] ?? null,
      };
    }),
  };
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
