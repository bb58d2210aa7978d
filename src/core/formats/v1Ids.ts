import * as v from 'valibot';
import { parseExact, rawFields } from '../bytes/goJson';
import type { Document } from '../model/archive';
import { encodedPart, type Digest } from '../model/digest';
import type { V1IdKind } from '../model/v1Id';
import { valueOf } from './documents';
import { EPOCHS, zoneOf } from './epochs';
import { objectOf, type GoObject } from './goValues';
import { V1Json } from './shapes';
import { dockerSaveId, lowerLayer, schema1Id, skopeoLayer, v1Image } from './v1Rules';

/** The IDs of one image's layers and all that they may have been computed from, base first. */
export interface V1Ids {
  readonly ids: readonly (string | null)[];
  readonly chainIds: readonly (Digest | null)[];
  readonly diffIds: readonly (Digest | null)[];
  /** Digests that each layer's blob is known by, stored or stated. */
  readonly blobs: readonly (readonly Digest[])[];
  /** Each layer's own `json`, where there is one. */
  readonly documents: readonly (Document | null)[];
  /** The config's exact bytes; null where there is none. */
  readonly config: Uint8Array | null;
}

/** How an ID came about. */
export interface V1IdOrigin {
  readonly kind: V1IdKind;
  /** `docker save`: the saving daemon's offset from UTC, where the IDs depend on it. */
  readonly zone: string | null;
}

/** One layer's share of {@link V1Ids}. */
interface Layer {
  readonly id: string;
  readonly parent: string | undefined;
  readonly isTop: boolean;
  readonly chainId: Digest | null;
  readonly diffId: Digest | null;
  readonly blobs: readonly Digest[];
  readonly document: Document | null;
}

/** Whether a rule gives the layer's ID. Each layer is asked with the parent it states, so that one strange layer makes no other so. */
type Rule = (layer: Layer) => Promise<boolean> | boolean;

/** The empty `rootfs` that go-containerregistry's struct leaves in the `json` of every v1 layer; no other writer has one. */
const GoContainerRegistryJson = v.object({ rootfs: v.object({ type: v.literal(''), diff_ids: v.null() }) });

/**
 * By which rule each ID was computed: all rules are tried, the one that explains most layers first. `random` is what no rule
 * gives and no config stands beside; null is what cannot be told yet, because the DiffIDs are not known.
 */
export async function v1IdOrigins(of: V1Ids, isMeasured: boolean): Promise<(V1IdOrigin | null)[]> {
  const layers = of.ids.map((id, i): Layer | null =>
    id === null
      ? null
      : {
          id,
          parent: of.ids[i - 1] ?? undefined,
          isTop: i === of.ids.length - 1,
          chainId: of.chainIds[i] ?? null,
          diffId: of.diffIds[i] ?? null,
          blobs: of.blobs[i] ?? [],
          document: of.documents[i] ?? null,
        },
  );
  const image = of.config && objectOf(parseExact(of.config) ?? undefined);
  const isGgcr = layers.every((layer) => valueOf(layer?.document ?? null, GoContainerRegistryJson) !== null);
  const others = await tryRules(layers, [
    ['skopeo', skopeoRule(of.config && rawFields(of.config))],
    [isGgcr ? 'ggcr' : 'schema1', schema1Rule(of.config)],
    ['chain-id', ({ id, chainId }) => chainId !== null && encodedPart(chainId) === id],
    ['diff-id', ({ id, diffId }) => diffId !== null && encodedPart(diffId) === id],
  ]);
  const epoch = await findEpoch(
    layers,
    others.some(({ gives }) => gives[0]),
  );
  const tried = [...(await tryRules(layers, [['docker-save', dockerSaveRule(image, epoch)]])), ...others];
  const best = tried.toSorted((a, b) => b.count - a.count);
  const zone = layers.length > 1 && epoch !== null ? zoneOf(epoch) : null;
  return layers.map((layer, i) => {
    if (!layer) return null;
    const kind = best.find(({ gives }) => gives[i])?.kind;
    if (kind !== undefined) return { kind, zone: kind === 'docker-save' ? zone : null };
    if (isGgcr) return { kind: 'ggcr-form', zone: null };
    if (layer.chainId === null && !isMeasured) return null;
    return { kind: of.config ? 'unmatched' : 'random', zone: null };
  });
}

interface Tried {
  readonly kind: V1IdKind;
  /** Of each layer, whether the rule gives its ID. */
  readonly gives: readonly boolean[];
  readonly count: number;
}

function tryRules(
  layers: readonly (Layer | null)[],
  rules: readonly (readonly [V1IdKind, Rule])[],
): Promise<readonly Tried[]> {
  return Promise.all(
    rules.map(async ([kind, rule]) => {
      const gives = await Promise.all(layers.map(async (layer) => layer !== null && (await rule(layer))));
      return { kind, gives, count: gives.filter(Boolean).length };
    }),
  );
}

/**
 * The epoch as the saving daemon wrote it: the base layer's own document says it; where it does not, the one that gives
 * its ID. Null when none does, and of an image of one layer, whose ID depends on no zone.
 */
async function findEpoch(layers: readonly (Layer | null)[], isExplained: boolean): Promise<string | null> {
  const [base] = layers;
  if (!base || base.isTop || base.chainId === null) return null;
  const stated = valueOf(base.document, V1Json)?.created;
  if (stated != null) return stated;
  return isExplained ? null : epochOfId(base.id, base.chainId);
}

/** The epoch with which `docker save` gives the base layer of several this ID; null when none does. */
export async function epochOfId(id: string, chainId: Digest): Promise<string | null> {
  for (const epoch of EPOCHS) {
    if ((await dockerSaveId(lowerLayer(epoch), chainId, undefined)) === id) return epoch;
  }
  return null;
}

function dockerSaveRule(image: GoObject | null, epoch: string | null): Rule {
  return async ({ id, parent, isTop, chainId, document }) => {
    if (chainId === null) return false;
    const candidates = isTop ? topCandidates(image, document) : epoch === null ? [] : [lowerLayer(epoch)];
    for (const fields of candidates) if ((await dockerSaveId(fields, chainId, parent)) === id) return true;
    return false;
  };
}

/** What the top layer's ID may be of: the config, or its own document, in which `os` is filled in after hashing. */
function topCandidates(image: GoObject | null, document: Document | null): GoObject[] {
  const own = new Map(objectOf((document && parseExact(document.bytes)) ?? undefined));
  own.delete('id');
  own.delete('parent');
  const withoutOs = new Map(own);
  withoutOs.delete('os');
  return [...(image ? [v1Image(image)] : []), ...(document ? [own, withoutOs] : [])];
}

function skopeoRule(image: GoObject | null): Rule {
  return async ({ id, parent, isTop, chainId }) => {
    if (chainId === null || (isTop && !image)) return false;
    return (await skopeoLayer(isTop ? image : null, chainId, parent)).id === id;
  };
}

function schema1Rule(config: Uint8Array | null): Rule {
  return async ({ id, parent, isTop, blobs }) => {
    for (const blob of blobs) if ((await schema1Id(blob, parent, isTop ? config : null)) === id) return true;
    return false;
  };
}
