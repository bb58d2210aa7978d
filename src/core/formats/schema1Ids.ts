import type { Document } from '../model/archive';
import type { Digest } from '../model/digest';
import type { Facet } from '../model/representation';
import { readSchema1 } from './schema1';
import { makesLayer } from './schema1Step';
import { v1IdOrigins, type V1IdOrigin } from './v1Ids';

/** What the IDs of a schema 1 manifest may have been computed from, beside what it says itself. */
export interface Schema1IdFacts {
  /** The original config, or one that may be the same. */
  readonly config: Uint8Array | null;
  /** DiffIDs of the layers, base first, steps without a layer left out; null where not known yet. */
  readonly diffIds: readonly (Digest | null)[];
}

/**
 * How the IDs in a schema 1 manifest came about, base first, steps without a layer among them; null where it cannot be told
 * (yet). A tool that compresses while it converts hashes the layer's digest from before, which is the DiffID. The newest ID is
 * of the original config as well.
 */
export async function schema1IdOrigins(manifest: Document, facts: Schema1IdFacts): Promise<(V1IdOrigin | null)[]> {
  const { steps } = readSchema1(manifest);
  const nothing = steps.map(() => null);
  let layers = 0;
  const unpacked = steps.map((step) => (makesLayer(step) ? (facts.diffIds[layers++] ?? null) : step.blobSum));
  const origins = await v1IdOrigins(
    {
      ids: steps.map(({ v1 }) => v1?.id ?? null),
      chainIds: nothing,
      diffIds: nothing,
      blobs: steps.map(({ blobSum }, i) => [blobSum, unpacked[i] ?? null].flatMap((digest) => digest ?? [])),
      documents: nothing,
      config: facts.config,
    },
    true,
  );
  const isComputed = origins.some((origin) => origin?.kind === 'schema1');
  return origins.map((origin, i) => {
    if (origin === null || origin.kind === 'schema1') return origin;
    const mayBeOfOriginal = isComputed && i === origins.length - 1;
    if (mayBeOfOriginal || unpacked.includes(null)) return null;
    return { kind: isComputed ? 'unmatched' : 'random', zone: null };
  });
}

/** What a schema 1 manifest says of each layer, base first, for the layer's facet. */
export async function schema1LayerFields(manifest: Document, facts: Schema1IdFacts): Promise<Partial<Facet>[]> {
  const origins = await schema1IdOrigins(manifest, facts);
  return readSchema1(manifest).steps.flatMap((step, i) => {
    if (!makesLayer(step)) return [];
    const { kind = null, zone = null } = origins[i] ?? {};
    const v1Id = step.v1?.id ?? null;
    return [{ statedBy: manifest.id, digest: step.blobSum, v1Id, v1IdKind: kind, v1IdZone: zone }];
  });
}
