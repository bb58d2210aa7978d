import type { Archive, Document, Image } from '../model/archive';
import { parseDigest } from '../model/digest';
import type { Measurement } from '../model/facts';
import { spanKey } from '../model/source';
import type { LayerFacts, WriteContext } from './format';

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

/** What is known of an image and its layers so far, for writing it in any form. */
export function writeContext(
  archive: Pick<Archive, 'documents'>,
  image: Image,
  measurements: readonly Measurement[],
): WriteContext {
  const measured = new Map(measurements.map((each) => [spanKey(each.span), each]));
  return {
    image,
    ...lookup(archive.documents),
    layers: image.layers.map((_, i) => layerFacts(image, i, measured)),
  };
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
