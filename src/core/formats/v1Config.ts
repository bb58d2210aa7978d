import { goStringify, parseExact, type GoValue } from '../bytes/goJson';
import type { Document, Recipe } from '../model/archive';
import type { Digest } from '../model/digest';
import { MEDIA } from '../model/mediaType';
import { derive } from './documents';
import { readSchema1 } from './schema1';
import { isList, objectOf, sorted, type GoObject } from './goValues';

const NOT_OF_THE_IMAGE = new Set(['id', 'parent', 'parent_id', 'layer_id', 'throwaway', 'Size']);

/**
 * The schema 2 config of an image whose manifest is schema 1, by the rule of containers/image (docker_schema1.go,
 * ToSchema2Config): the newest step's `v1Compatibility` without what is about the layer, plus `rootfs` from the measured
 * DiffIDs and all steps as `history`, those without a layer marked. What the conversion to schema 1 lost is not there: of a
 * config by Docker's classic builder nothing, of others the last command, comments, or the parent.
 */
export function configFromSchema1(manifest: Document, diffIds: readonly Digest[]): Promise<Document> {
  const steps = readSchema1(manifest).steps.map(({ compatibility, throwaway }) => ({
    json: objectOf((compatibility && parseExact(compatibility)) ?? undefined),
    isEmpty: throwaway,
  }));
  return deriveConfig(steps, diffIds, { code: 'config-from-schema1', from: [manifest.id] });
}

/**
 * The schema 2 config of an image that only has v1 layers, by the rule of the schema 1 conversion: the top layer's
 * document without what is about the layer, plus `rootfs` from the measured DiffIDs and one `history` step per layer.
 */
export function configFromV1(layers: readonly Document[], diffIds: readonly Digest[]): Promise<Document> {
  const steps = layers.map((layer) => ({ json: documentObject(layer), isEmpty: false }));
  return deriveConfig(steps, diffIds, { code: 'config-from-v1', from: layers.map((layer) => layer.id) });
}

/** One step's own document, and whether it made no layer. */
interface Step {
  readonly json: GoObject;
  readonly isEmpty: boolean;
}

function deriveConfig(steps: readonly Step[], diffIds: readonly Digest[], recipe: Recipe): Promise<Document> {
  const config = new Map<string, GoValue>();
  for (const [key, value] of steps.at(-1)?.json ?? []) if (!NOT_OF_THE_IMAGE.has(key)) config.set(key, value);
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

function documentObject(document: Document): GoObject {
  return objectOf(parseExact(document.bytes) ?? undefined);
}

/** One step as Docker's own v1 migration writes it: `created_by` is the command's words joined by spaces. */
function historyStep({ json, isEmpty }: Step): GoValue {
  const step = new Map<string, GoValue>();
  const copy = (from: string): void => {
    const value = json.get(from);
    if (typeof value === 'string' && value !== '') step.set(from, value);
  };
  copy('created');
  copy('author');
  const words = objectOf(json.get('container_config')).get('Cmd');
  if (isList(words) && words.length > 0) {
    step.set('created_by', words.filter((word) => typeof word === 'string').join(' '));
  }
  copy('comment');
  if (isEmpty) step.set('empty_layer', true);
  return step;
}
