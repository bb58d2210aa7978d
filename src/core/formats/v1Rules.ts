import { sha256 } from '../bytes/hash';
import { goStringify, parseExact, rawFields, type GoValue } from '../bytes/goJson';
import { encodedPart, type Digest } from '../model/digest';
import { chainIds } from './facets';
import { goObject, goTimeOf, isEmpty, isObject, objectOf, sorted, type GoObject } from './goValues';

/** One v1 layer as a rule makes it: its ID and the exact bytes of its `json`. */
export interface V1Layer {
  readonly id: string;
  readonly json: Uint8Array<ArrayBuffer>;
}

/*
 * `docker save`, Docker 1.10 to 24 (image/tarexport/save.go and image/v1/imagev1.go). Members in brackets of the
 * source's struct are written only when they are not empty; the others always.
 */
const CONTAINER_CONFIG: readonly (readonly [name: string, empty: GoValue | undefined])[] = [
  ['Hostname', ''],
  ['Domainname', ''],
  ['User', ''],
  ['AttachStdin', false],
  ['AttachStdout', false],
  ['AttachStderr', false],
  ['ExposedPorts', undefined],
  ['Tty', false],
  ['OpenStdin', false],
  ['StdinOnce', false],
  ['Env', null],
  ['Cmd', null],
  ['Healthcheck', undefined],
  ['ArgsEscaped', undefined],
  ['Image', ''],
  ['Volumes', null],
  ['WorkingDir', ''],
  ['Entrypoint', null],
  ['NetworkDisabled', undefined],
  ['MacAddress', undefined],
  ['OnBuild', null],
  ['Labels', null],
  ['StopSignal', undefined],
  ['StopTimeout', undefined],
  ['Shell', undefined],
];
/** Written whenever they are given, because Go has them by pointer. */
const POINTERS = new Set(['Healthcheck', 'StopTimeout']);
const HEALTHCHECK = ['Test', 'Interval', 'Timeout', 'StartPeriod', 'StartInterval', 'Retries'] as const;

/** The epoch as a daemon whose clock is set to UTC writes it. */
export const UTC_EPOCH = '1970-01-01T00:00:00Z';

/**
 * Layers by the rule of `docker save` 1.10 to 24. The ID is the sha256 of the layer's document with ChainID and parent
 * in it; the lower layers carry nothing but the epoch, written in the daemon's time zone, so that the same image has
 * other IDs when another daemon saves it. `epoch` is that text; UTC unless known better.
 */
export async function dockerSaveLayers(
  config: Uint8Array,
  diffIds: readonly Digest[],
  epoch = UTC_EPOCH,
): Promise<V1Layer[]> {
  const image = objectOf(parseExact(config) ?? undefined);
  const chain = await chainIds(diffIds);
  const layers: V1Layer[] = [];
  let parent: string | undefined;
  for (const [i, chainId] of chain.entries()) {
    const fields = i === diffIds.length - 1 ? v1Image(image) : lowerLayer(epoch);
    const id = await dockerSaveId(fields, chainId ?? '', parent);
    const stored = new Map(fields);
    const os = image.get('os');
    if (!isEmpty(os) && os !== undefined) stored.set('os', os);
    const json = goStringify(goObject([['id', id], ['parent', parent], ...stored]));
    layers.push({ id, json });
    parent = id;
  }
  return layers;
}

/** The ID of a layer by the rule of `docker save` 1.10 to 24: of its document's `fields` without `id` and `parent`. */
export async function dockerSaveId(fields: GoObject, chainId: Digest, parent: string | undefined): Promise<string> {
  const hashed = new Map(fields).set('layer_id', chainId);
  if (parent !== undefined) hashed.set('parent', `sha256:${parent}`);
  return encodedPart(await sha256(goStringify(sorted(hashed))));
}

/** What `docker save` says of every layer but the top one. */
export function lowerLayer(epoch: string): GoObject {
  return v1Image(new Map([['created', epoch]]));
}

/** The fields of Docker's V1Image struct, in its order. */
export function v1Image(image: GoObject): GoObject {
  const text = (name: string): GoValue | undefined => (isEmpty(image.get(name)) ? undefined : image.get(name));
  const config = image.get('config');
  return goObject([
    ['comment', text('comment')],
    ['created', goTimeOf(image.get('created'))],
    ['container', text('container')],
    ['container_config', containerConfig(objectOf(image.get('container_config')))],
    ['docker_version', text('docker_version')],
    ['author', text('author')],
    ['config', isObject(config) ? containerConfig(config) : undefined],
    ['architecture', text('architecture')],
    ['variant', text('variant')],
    ['os', text('os')],
  ]);
}

function containerConfig(config: GoObject): GoObject {
  return goObject(
    CONTAINER_CONFIG.map(([name, empty]) => {
      const value = config.get(name);
      if (value === undefined || value === null) return [name, empty];
      if (empty === undefined && isEmpty(value) && !POINTERS.has(name)) return [name, undefined];
      if (name === 'Healthcheck') return [name, healthcheck(objectOf(value))];
      return [name, isObject(value) ? sorted(value) : value];
    }),
  );
}

function healthcheck(value: GoObject): GoObject {
  return goObject(HEALTHCHECK.map((name) => [name, isEmpty(value.get(name)) ? undefined : value.get(name)]));
}

const SKOPEO_TOP = ['architecture', 'config', 'container', 'container_config', 'created', 'docker_version', 'os'];

/** Layers by the rule of skopeo and podman (containers/image docker/internal/tarfile/writer.go, since July 2020). */
export async function skopeoLayers(config: Uint8Array, diffIds: readonly Digest[]): Promise<V1Layer[]> {
  const image = rawFields(config);
  const chain = await chainIds(diffIds);
  const layers: V1Layer[] = [];
  let parent: string | undefined;
  for (const [i, chainId] of chain.entries()) {
    const layer = await skopeoLayer(i === diffIds.length - 1 ? image : null, chainId ?? '', parent);
    layers.push(layer);
    parent = layer.id;
  }
  return layers;
}

/** One layer by the rule of skopeo and podman; `image` is the config for the top one. */
export async function skopeoLayer(
  image: GoObject | null,
  chainId: Digest,
  parent: string | undefined,
): Promise<V1Layer> {
  const fields = new Map<string, GoValue>();
  if (parent !== undefined) fields.set('parent', parent);
  if (image) for (const name of SKOPEO_TOP) fields.set(name, image.get(name) ?? null);
  const id = encodedPart(await sha256(goStringify(sorted(new Map(fields).set('layer_id', chainId)))));
  return { id, json: goStringify(sorted(fields.set('id', id))) };
}

/**
 * The ID of a layer by the rule of the schema 1 conversion (distribution manifest/schema1/config_builder.go and
 * containers/image internal/image/docker_schema2.go), which go-containerregistry uses for v1 layouts too: sha256 of the
 * digest of the stored blob and the parent's ID, and for the top layer of the config's bytes. Of a base layer the space stays.
 */
export async function schema1Id(blob: Digest, parent: string | undefined, config: Uint8Array | null): Promise<string> {
  const text = new TextEncoder().encode(`${encodedPart(blob)} ${parent ?? ''}${config ? ' ' : ''}`);
  const bytes = new Uint8Array(text.length + (config?.length ?? 0));
  bytes.set(text);
  if (config) bytes.set(config, text.length);
  return encodedPart(await sha256(bytes));
}
