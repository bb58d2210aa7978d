import { containerConfig } from './dockerConfig';
import type { JsonObject } from './goJson';
import { goJson, pick, sortKeys } from './goJson';
import type { BuiltLayer } from './imageParts';
import { chainIds, sha256Hex } from './imageParts';

/** A layer under its Docker v1 ID, with its `json`. */
export interface V1Identity {
  readonly id: string;
  readonly json: string;
  readonly layer: BuiltLayer;
}

const V1_ORDER = [
  'id',
  'parent',
  'comment',
  'created',
  'container',
  'container_config',
  'docker_version',
  'author',
  'config',
  'architecture',
  'variant',
  'os',
];
const EPOCH = '1970-01-01T00:00:00Z';

/**
 * The v1 layers that `docker save` has made up since 1.10, base first: the ID is the sha256 of the layer's own
 * description (the top one's has the image's), its ChainID and its parent. The epoch is written in UTC.
 */
export function v1Identities(config: JsonObject, layers: readonly BuiltLayer[]): readonly V1Identity[] {
  const chain = chainIds(layers.map(({ diffId }) => diffId));
  const made: V1Identity[] = [];
  for (const [index, layer] of layers.entries()) {
    const top = index === layers.length - 1;
    const parent = made.at(-1)?.id;
    const described: JsonObject = top
      ? {
          ...pick(config, V1_ORDER),
          container_config: containerConfig(config['container_config']),
          config: containerConfig(config['config']),
        }
      : { created: EPOCH, container_config: containerConfig(undefined) };
    const hashed = {
      ...described,
      layer_id: chain[index] ?? null,
      ...(parent === undefined ? {} : { parent: `sha256:${parent}` }),
    };
    const id = sha256Hex(goJson(sortKeys(hashed)));
    const stored = { os: 'linux', ...described, id, ...(parent === undefined ? {} : { parent }) };
    made.push({ id, json: goJson(pick(stored, V1_ORDER)), layer });
  }
  return made;
}
