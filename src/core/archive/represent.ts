import { COLUMNS } from '../formats';
import type { LayerFacts, WriteContext, Written } from '../formats/format';
import type { Archive, Document, Image } from '../model/archive';
import { parseDigest } from '../model/digest';
import type { Measurement } from '../model/facts';
import type { Representation } from '../model/representation';
import { spanKey } from '../model/source';

type Lookup = Pick<WriteContext, 'documents' | 'byDigest'>;

/** Of each archive's documents once: an archive of ten thousand images is asked for each of them. */
const lookups = new WeakMap<readonly Document[], Lookup>();

function lookup(documents: readonly Document[]): Lookup {
  let found = lookups.get(documents);
  if (!found) {
    found = {
      documents: new Map(documents.map((document) => [document.id, document])),
      // Backwards, so that the first of several stays.
      byDigest: new Map(documents.toReversed().map((document) => [document.digest, document])),
    };
    lookups.set(documents, found);
  }
  return found;
}

/** The image in each form, oldest first: what the archive has is found, the rest is derived from what is known so far. */
export async function represent(
  archive: Pick<Archive, 'documents'>,
  image: Image,
  measurements: readonly Measurement[],
): Promise<Representation[]> {
  const measured = new Map(measurements.map((each) => [spanKey(each.span), each]));
  const context: WriteContext = {
    image,
    ...lookup(archive.documents),
    layers: image.layers.map((_, i) => layerFacts(image, i, measured)),
  };
  const representations: Representation[] = [];
  for (const column of COLUMNS) {
    const written = await column.write(context);
    const { facets, claims } = await column.describe(written, context);
    const documents = documentsOf(written);
    const parts = facets.filter((facet) => facet.origin !== 'none');
    const isFound = parts.some((facet) => facet.origin === 'found');
    const isDerived = parts.some((facet) => facet.origin === 'derived');
    representations.push({
      column: column.id,
      origin: isFound ? (isDerived ? 'mixed' : 'found') : 'derived',
      platform: image.platform,
      facets,
      claims,
      derived: documents.filter((document) => document.origin === 'derived'),
      cannot: written.cannot,
    });
  }
  return representations;
}

function documentsOf(written: Written): Document[] {
  const { pointer, manifest, config, layerDocuments, mark } = written;
  const all = [pointer, manifest, config, ...layerDocuments, mark].flatMap((document) => document ?? []);
  return [...new Map(all.map((document) => [document.id, document])).values()];
}

/** Measured bytes win over what is said of them: what we derive describes the bytes that are in the file. */
function layerFacts(image: Image, index: number, measured: ReadonlyMap<string, Measurement>): LayerFacts {
  const { span, path, compression, encrypted } = image.layers[index] ?? {
    span: null,
    path: '',
    compression: null,
    encrypted: false,
  };
  const stated = image.stated.flatMap((each) => each.layers[index] ?? []);
  const statedDigest = stated.flatMap(({ digest }) => (digest !== null && isSha256(digest) ? [digest] : []))[0] ?? null;
  const statedDiffId = stated.flatMap(({ diffId }) => diffId ?? [])[0] ?? null;
  const measurement = span ? measured.get(spanKey(span)) : undefined;
  const isPlain = compression === 'none' && !encrypted;
  return {
    path,
    span,
    compression,
    encrypted,
    digest: measurement?.stored['sha256'] ?? statedDigest ?? (isPlain ? statedDiffId : null),
    size: span?.length ?? stated.flatMap(({ size }) => size ?? [])[0] ?? null,
    diffId: measurement?.diffId ?? statedDiffId ?? (isPlain ? statedDigest : null),
    measured: measurement !== undefined,
  };
}

function isSha256(digest: string): boolean {
  return parseDigest(digest)?.algorithm === 'sha256';
}
