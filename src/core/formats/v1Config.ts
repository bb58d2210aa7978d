import { goStringify, parseExact, rawFields, type GoValue } from '../bytes/goJson';
import type { Document, Recipe } from '../model/archive';
import type { Digest } from '../model/digest';
import { MEDIA } from '../model/mediaType';
import { derive } from './documents';
import { readSchema1 } from './schema1';
import { goTimeOf, isList, objectOf, sorted } from './goValues';
import { v1Image } from './v1Rules';

const NOT_OF_THE_IMAGE = new Set(['id', 'parent', 'parent_id', 'layer_id', 'throwaway', 'Size']);

/**
 * The schema 2 config of an image whose manifest is schema 1, by the rule of containers/image (docker_schema1.go,
 * ToSchema2Config): the newest step's `v1Compatibility` without what is about the layer, plus `rootfs` from the measured
 * DiffIDs and all steps as `history`, those without a layer marked. What the conversion to schema 1 lost is not there: of a
 * config by Docker's classic builder nothing, of others the last command, comments, or the parent.
 */
export function configFromSchema1(manifest: Document, diffIds: readonly Digest[]): Promise<Document> {
  const steps = readSchema1(manifest).steps.map(({ compatibility, throwaway }) => ({
    json: compatibility ?? new Uint8Array(),
    isEmpty: throwaway,
  }));
  return deriveConfig(steps, diffIds, { code: 'config-from-schema1', from: [manifest.id] });
}

/**
 * The schema 2 config of an image that only has v1 layers, by the rule of the schema 1 conversion: the top layer's
 * document without what is about the layer, plus `rootfs` from the measured DiffIDs and one `history` step per layer.
 */
export function configFromV1(layers: readonly Document[], diffIds: readonly Digest[]): Promise<Document> {
  const steps = layers.map(({ bytes }) => ({ json: bytes, isEmpty: false }));
  return deriveConfig(steps, diffIds, { code: 'config-from-v1', from: layers.map((layer) => layer.id) });
}

/** One step's own document, and whether it made no layer. */
interface Step {
  readonly json: Uint8Array;
  readonly isEmpty: boolean;
}

function deriveConfig(steps: readonly Step[], diffIds: readonly Digest[], recipe: Recipe): Promise<Document> {
  const config = new Map<string, GoValue>();
  for (const [key, value] of imageFields(steps.at(-1))) if (!NOT_OF_THE_IMAGE.has(key)) config.set(key, value);
  config.set(
    'rootfs',
    new Map<string, GoValue>([
      ['type', 'layers'],
      ['diff_ids', [...diffIds]],
    ]),
  );
  config.set('history', steps.map(historyStep));
  return derive('v2s2', {
    kind: 'config',
    path: (hex) => `${hex}.json`,
    mediaType: MEDIA.dockerConfig,
    bytes: goStringify(sorted(config)),
    recipe,
  });
}

/** The newest step's fields. Those of a Docker before 1.8.3 are written anew, because such a Docker left out what later ones always write. */
function imageFields(top: Step | undefined): ReadonlyMap<string, GoValue> {
  if (!top) return new Map();
  const image = objectOf(parseExact(top.json) ?? undefined);
  const version = image.get('docker_version');
  return typeof version === 'string' && isBefore183(version) ? v1Image(image) : rawFields(top.json);
}

/** As Docker compares versions: number by number, what is no number counts as 0. */
function isBefore183(version: string): boolean {
  if (version === '') return false;
  const [major = 0, minor = 0, patch = 0] = version.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : 0));
  return major < 1 || (major === 1 && (minor < 8 || (minor === 8 && patch < 3)));
}

/** One step as Docker's own v1 migration writes it: `created_by` is the command's words joined by spaces. */
function historyStep({ json: bytes, isEmpty }: Step): GoValue {
  const json = objectOf(parseExact(bytes) ?? undefined);
  const step = new Map<string, GoValue>([['created', goTimeOf(json.get('created'))]]);
  const copy = (from: string): void => {
    const value = json.get(from);
    if (typeof value === 'string' && value !== '') step.set(from, value);
  };
  copy('author');
  const words = objectOf(json.get('container_config')).get('Cmd');
  if (isList(words) && words.length > 0) {
    step.set('created_by', words.filter((word) => typeof word === 'string').join(' '));
  }
  copy('comment');
  if (isEmpty) step.set('empty_layer', true);
  return step;
}
