import * as v from 'valibot';
import { decodeText } from '../bytes/jsonText';
import { jsonTree } from '../bytes/jsonTree';
import { baseSigns, type Annotated, type Relative } from '../config/base';
import { configCard } from '../config/card';
import { reconstructDockerfile } from '../config/dockerfile';
import { configLines } from '../config/lines';
import { Masks } from '../config/masks';
import { readHistory, variablesOf, type ReadHistory } from '../config/steps';
import { shownCard, shownSteps } from '../config/view';
import { imageConfig } from '../formats/context';
import { valueOf } from '../formats/documents';
import type { LayerFacts } from '../formats/format';
import { Config, Manifest } from '../formats/shapes';
import { writeContext } from '../formats/writeContext';
import type { Archive, Document, Image } from '../model/archive';
import type { ConfigCard, ConfigView, FileBeside, StepLayer } from '../model/configView';
import type { Measurement } from '../model/facts';
import { layerPart } from '../model/representation';
import { spanKey } from '../model/source';

type Content = Pick<Archive, 'documents' | 'images'>;

/**
 * The config of an image to read: the archive's own, else the one that the columns show as derived (of a schema 1 manifest, or of v1 layers);
 * with its history beside the layers, signs of the base image, and a Dockerfile. `beside` is another opened file whose images may be that base.
 */
export async function configView(
  archive: Content,
  image: Image,
  measurements: readonly Measurement[],
  beside: FileBeside | null = null,
): Promise<ConfigView> {
  const context = writeContext(archive, image, measurements);
  const found = await imageConfig(context);
  const document = typeof found === 'string' ? null : found;
  const value = valueOf(document, v.unknown());
  const card = configCard(value);
  const history = readHistory(value, image.layers.length, card);
  const masks = new Masks(variablesOf(history.steps, card));
  const base = document ? signsOf({ archive, measurements, beside }, image, document, card, history) : [];
  const source = { history, card, base, layers: image.layers.length, masks };
  const text = document && decodeText(document.bytes);
  const tree = text?.ok ? jsonTree(text.text) : null;
  return {
    document: document && shownDocument(document),
    cannot: typeof found === 'string' ? found : null,
    card: card && shownCard(card, masks),
    history: {
      state: history.state,
      steps: shownSteps(history, base, masks),
      total: history.total,
      makers: history.makers,
      layers: context.layers.map((layer, i) => stepLayer(layer, i, history)),
    },
    base,
    dockerfile: document ? reconstructDockerfile(source) : [],
    ...(tree ? configLines(tree, masks) : { lines: [], lineCount: 0 }),
  };
}

function shownDocument({ id, origin, path, digest, recipe, bytes }: Document): ConfigView['document'] {
  return { id, origin, path, digest, recipe, size: bytes.length };
}

function stepLayer({ digest, diffId, size }: LayerFacts, index: number, { steps }: ReadHistory): StepLayer {
  const step = steps.find(({ layer }) => layer === index)?.number ?? null;
  return { part: layerPart(index), digest, diffId, size, step };
}

interface Around {
  readonly archive: Content;
  readonly measurements: readonly Measurement[];
  readonly beside: FileBeside | null;
}

function signsOf(
  { archive, measurements, beside }: Around,
  image: Image,
  config: Document,
  card: ConfigCard | null,
  history: ReadHistory,
): ReturnType<typeof baseSigns> {
  const documents = byId(archive);
  const facts = bySpan(measurements);
  const own = {
    ...relative(image, documents, facts, null),
    steps: () => history.steps.map(({ createdBy }) => createdBy),
  };
  const others = [
    ...archive.images
      .filter((each) => each.key !== image.key && mayBeOne(each, image))
      .map((each) => relative(each, documents, facts, null)),
    ...(beside ? relativesBeside(beside, image) : []),
  ];
  const manifests = new Set(image.stated.flatMap(({ manifest }) => manifest ?? []));
  const annotated = [...manifests].flatMap((id): Annotated[] => {
    const values = valueOf(documents.get(id) ?? null, Manifest)?.annotations;
    return values ? [{ document: id, at: '/annotations', values }] : [];
  });
  const labels = card?.labels;
  if (labels) {
    const values = Object.fromEntries(labels.items.map(({ name, value }) => [name, value]));
    annotated.push({ document: config.id, at: labels.at, values });
  }
  return baseSigns(own, history, annotated, others);
}

function relativesBeside(beside: FileBeside, image: Image): Relative[] {
  const documents = byId(beside);
  const facts = bySpan(beside.measurements);
  return beside.images
    .filter((each) => mayBeOne(each, image))
    .map((each) => relative(each, documents, facts, beside.name));
}

function byId({ documents }: Content): ReadonlyMap<string, Document> {
  return new Map(documents.map((each) => [each.id, each]));
}

function bySpan(measurements: readonly Measurement[]): ReadonlyMap<string, Measurement> {
  return new Map(measurements.map((each) => [spanKey(each.span), each]));
}

/** Images of one list, each for a platform, begin alike without being built on each other. */
function mayBeOne({ platform: a }: Image, { platform: b }: Image): boolean {
  return !a || !b || (a.os === b.os && a.architecture === b.architecture && a.variant === b.variant);
}

function relative(
  image: Image,
  documents: ReadonlyMap<string, Document>,
  facts: ReadonlyMap<string, Measurement>,
  beside: string | null,
): Relative {
  const stepsOf = (): readonly string[] => {
    const config = valueOf(documents.get(image.config ?? '') ?? null, Config);
    return (config?.history ?? []).map(({ created_by: createdBy }) => createdBy ?? '');
  };
  return {
    key: image.key,
    beside,
    names: image.names,
    digests: image.stated.flatMap(({ manifest }) => documents.get(manifest ?? '')?.digest ?? []),
    layers: image.layers.map(({ span }, index) => [
      // A place in another file is none in this one.
      ...(span && beside === null ? [spanKey(span)] : []),
      ...layerNames(image, index, facts),
    ]),
    steps: stepsOf,
  };
}

/** What is measured of a layer's bytes, and what is stated where that could not be: digests that name it. */
function layerNames({ layers, stated }: Image, index: number, facts: ReadonlyMap<string, Measurement>): string[] {
  const span = layers[index]?.span;
  const measured = span ? facts.get(spanKey(span)) : undefined;
  const said = stated.flatMap((each) => each.layers[index] ?? []);
  const isDamaged = measured?.diagnostics.some(({ code }) => code === 'layer-corrupt') === true;
  const diffIds = measured?.diffId ? [measured.diffId] : isDamaged ? [] : said.map(({ diffId }) => diffId);
  const digests = measured ? Object.values(measured.stored) : said.map(({ digest }) => digest);
  return [...diffIds, ...digests].filter((name) => name !== null);
}
