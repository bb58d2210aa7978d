import { goStringify, type GoValue } from '../bytes/goJson';
import { LIMITS } from '../limits';
import type { Document } from '../model/archive';
import type { Digest } from '../model/digest';
import type { CannotCode, Facet } from '../model/representation';
import { allDiffIds, documentOf, imageConfig, preferFound, statedAs, whyUnknown } from './context';
import { derive, valueOf } from './documents';
import { chainIds, documentFacet, facet, layerFacets, missingFacet } from './facets';
import type { Described, LayerFacts, WriteContext, Written } from './format';
import { goObject, sorted } from './goValues';
import { Config } from './shapes';
import { epochOfId, v1IdOrigins, type V1IdOrigin } from './v1Ids';
import { dockerSaveLayers, UTC_EPOCH } from './v1Rules';

/** The image in the v1 layout: as the archive has it, or with IDs by the rule of `docker save` 1.10 to 24. */
export async function writeV1(context: WriteContext): Promise<Written> {
  const stated = statedAs(context, 'docker-v1');
  const base = { column: 'v1' as const, stated, manifest: null };
  if (stated) {
    const documents = stated.layerDocuments.map((id) => documentOf(context, id));
    return {
      ...base,
      pointer: documentOf(context, stated.pointer),
      config: documentOf(context, stated.config),
      layerDocuments: documents,
      layers: stated.layers.map(({ path, span }) => ({ path, span, found: true })),
      mark: documentOf(context, stated.mark),
      cannot: null,
    };
  }
  const config = await imageConfig(context);
  const diffIds = allDiffIds(context.layers);
  const repositories = documentOf(context, 'repositories');
  const cannot = typeof config === 'string' ? config : whyNotDerived(context.layers);
  if (typeof config === 'string' || !diffIds || cannot) {
    const layers = context.layers.map(() => ({ path: '…/layer.tar', span: null, found: false }));
    return {
      ...base,
      pointer: repositories,
      config: null,
      layerDocuments: [],
      layers,
      mark: null,
      cannot: cannot ?? whyUnknown(context.layers),
    };
  }
  const layers = await dockerSaveLayers(config.bytes, diffIds, await savedEpoch(context, diffIds));
  const documents = await Promise.all(
    layers.map(async ({ id, json }) =>
      preferFound(
        context,
        await derive('v1', {
          kind: 'v1-json',
          path: `${id}/json`,
          mediaType: null,
          bytes: json,
          recipe: { code: 'v1-json', from: [config.id] },
        }),
      ),
    ),
  );
  const top = layers.at(-1)?.id ?? '';
  return {
    ...base,
    pointer: repositories ?? (await deriveRepositories(context.image.names, top)),
    config: documents.at(-1) ?? null,
    layerDocuments: documents,
    // A v1 layer is a plain tar: only bytes stored plain are the same bytes.
    layers: layers.map(({ id }, i) => ({
      path: `${id}/layer.tar`,
      span: context.layers[i]?.compression === 'none' ? (context.layers[i]?.span ?? null) : null,
      found: false,
    })),
    mark: await derive('v1', {
      kind: 'v1-version',
      path: `${top}/VERSION`,
      mediaType: null,
      bytes: new TextEncoder().encode('1.0'),
      recipe: { code: 'v1-version', from: [] },
    }),
    cannot: null,
  };
}

/** Layers whose v1 form would be of bytes that nobody can unpack, or too many to be worth it. */
function whyNotDerived(layers: readonly LayerFacts[]): CannotCode | null {
  if (layers.some((layer) => layer.encrypted)) return 'layers-encrypted';
  return layers.length > LIMITS.v1Layers ? 'too-many-layers' : null;
}

/** The epoch in the time zone of the daemon that saved the archive, where its IDs tell; otherwise in UTC. */
export async function savedEpoch(context: WriteContext, [base]: readonly Digest[]): Promise<string> {
  const id = statedAs(context, 'docker-v1')?.layers[0]?.v1Id ?? idsInPaths(context)[0];
  return (id != null && base !== undefined && (await epochOfId(id, base))) || UTC_EPOCH;
}

async function deriveRepositories(names: readonly string[], top: string): Promise<Document | null> {
  if (names.length === 0) return null;
  return derive('v1', {
    kind: 'v1-repositories',
    path: 'repositories',
    mediaType: null,
    bytes: goStringify(repositoriesValue(names, top)),
    recipe: { code: 'v1-repositories', from: [] },
  });
}

/** What `repositories` says: of each name its tags, and of each tag what it points at. A name without a tag has the tag `latest`. */
export function repositoriesValue(names: readonly string[], id: string): GoValue {
  const repositories = new Map<string, Map<string, GoValue>>();
  for (const name of names) {
    const colon = name.lastIndexOf(':');
    const hasTag = colon > name.lastIndexOf('/');
    const repository = hasTag ? name.slice(0, colon) : name;
    const tags = repositories.get(repository) ?? new Map<string, GoValue>();
    repositories.set(repository, tags.set(hasTag ? name.slice(colon + 1) : 'latest', id));
  }
  return sorted(goObject([...repositories].map(([name, tags]) => [name, sorted(tags)])));
}

export async function describeV1(written: Written, context: WriteContext): Promise<Described> {
  const ids = written.layers.map(({ path }) => (written.cannot ? null : (path.split('/')[0] ?? null)));
  const origins = await idOrigins(written, context, ids);
  const diffIds = context.layers.map((layer) => layer.diffId);
  const layers = await layerFacets(written, diffIds, (i): Partial<Facet> => {
    const document = written.layerDocuments[i];
    return {
      document: document?.id ?? null,
      statedBy: document?.id ?? null,
      size: written.layers[i]?.span?.length ?? null,
      v1Id: ids[i] ?? null,
      v1IdKind: origins[i]?.kind ?? null,
      v1IdZone: origins[i]?.zone ?? null,
      ...(written.cannot ? { origin: 'none' as const, ...waiting(written) } : {}),
      recipe: written.stated || written.cannot ? null : 'v1-json',
    };
  });
  const top = layers.at(-1);
  const named = {
    v1Id: top?.v1Id ?? null,
    v1IdKind: top?.v1IdKind ?? null,
    v1IdZone: top?.v1IdZone ?? null,
    digest: null,
  };
  // Docker 25 and later write a DiffID where a v1 ID belongs.
  const pointed = (ids: typeof named): Partial<Facet> =>
    written.pointer?.origin === 'found' && !written.stated
      ? { digest: diffIds.at(-1) ?? null, note: 'names-diff-id' }
      : ids;
  const facets: Facet[] = [
    written.pointer
      ? documentFacet(written.pointer, {
          part: 'pointer',
          role: 'pointer',
          values: context.image.names,
          ...pointed(named),
        })
      : written.cannot
        ? missingFacet(written, { part: 'pointer', role: 'pointer' })
        : facet({ part: 'pointer', role: 'pointer', note: 'no-repositories' }),
    facet({ part: 'manifest', role: 'manifest', note: 'follow-parent' }),
    written.config
      ? documentFacet(written.config, { part: 'config', role: 'config', ...named })
      : missingFacet(written, { part: 'config', role: 'config' }),
    ...layers,
    written.mark
      ? documentFacet(written.mark, {
          part: 'mark',
          role: 'mark',
          digest: null,
          values: [`VERSION ${new TextDecoder().decode(written.mark.bytes.subarray(0, 32)).trim()}`],
        })
      : missingFacet(written, { part: 'mark', role: 'mark' }),
  ];
  return { facets, claims: [] };
}

function waiting(written: Written): Partial<Facet> {
  return { note: written.cannot === 'not-measured' ? 'waits-for-measuring' : 'cannot-derive' };
}

/** How each ID came about. One that we computed and that the archive's paths have too is the writer's. */
async function idOrigins(
  written: Written,
  context: WriteContext,
  ids: readonly (string | null)[],
): Promise<(V1IdOrigin | null)[]> {
  const config = documentOf(context, context.image.config);
  if (ids.length > LIMITS.v1Layers) return ids.map(() => ({ kind: config ? 'unmatched' : 'random', zone: null }));
  const named = written.stated ? ids : idsInPaths(context);
  const stated = valueOf(config, Config)?.rootfs?.diff_ids;
  const diffIds = stated?.length === ids.length ? stated : context.layers.map((layer) => layer.diffId);
  const origins = await v1IdOrigins(
    {
      ids: named,
      chainIds: await chainIds(diffIds),
      diffIds,
      blobs: context.layers.map((layer, i) => blobDigests(context, layer, i)),
      documents: written.stated ? written.layerDocuments : [],
      config: config?.bytes ?? null,
    },
    context.layers.every((layer) => layer.measured || layer.span === null),
  );
  if (written.stated) return origins;
  return ids.map((id, i) => {
    if (id === null) return null;
    return (named[i] === id ? origins[i] : null) ?? { kind: 'derived', zone: null };
  });
}

/** The IDs in the layers' paths of a docker archive (`<id>/layer.tar`), also where the layers' own documents are gone. */
function idsInPaths(context: WriteContext): string[] {
  const layers = statedAs(context, 'docker-archive')?.layers ?? [];
  const ids = layers.flatMap(({ path }) => /^([0-9a-f]{64})\/layer\.tar$/.exec(path)?.[1] ?? []);
  return ids.length === layers.length ? ids : [];
}

/** By which digests a layer's blob is known here: as it is stored, and as documents of any format name it. */
function blobDigests(context: WriteContext, layer: LayerFacts, index: number): Digest[] {
  const stated = context.image.stated.flatMap((each) => each.layers[index]?.digest ?? []);
  return [...new Set([...(layer.digest === null ? [] : [layer.digest]), ...stated])];
}
