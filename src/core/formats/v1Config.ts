import { goStringify, parseExact, type GoValue } from '../bytes/goJson';
import type { Document } from '../model/archive';
import type { Digest } from '../model/digest';
import { MEDIA } from '../model/mediaType';
import { derive } from './documents';
import { isList, objectOf, sorted, type GoObject } from './goValues';

const NOT_OF_THE_IMAGE = new Set(['id', 'parent', 'parent_id', 'layer_id', 'throwaway', 'Size']);

/**
 * The schema 2 config of an image that only has v1 layers, by the rule of the schema 1 conversion: the top layer's
 * document without what is about the layer, plus `rootfs` from the measured DiffIDs and one `history` step per layer.
 */
export function configFromV1(layers: readonly Document[], diffIds: readonly Digest[]): Promise<Document> {
  const top = documentObject(layers.at(-1));
  const config = new Map<string, GoValue>();
  for (const [key, value] of top) if (!NOT_OF_THE_IMAGE.has(key)) config.set(key, value);
  config.set(
    'rootfs',
    new Map<string, GoValue>([
      ['type', 'layers'],
      ['diff_ids', [...diffIds]],
    ]),
  );
  config.set(
    'history',
    layers.map((layer) => historyStep(documentObject(layer))),
  );
  const bytes = goStringify(sorted(config));
  return derive('v2s2', {
    kind: 'config',
    path: (hex) => `${hex}.json`,
    mediaType: MEDIA.dockerConfig,
    bytes,
    recipe: { code: 'config-from-v1', from: layers.map((layer) => layer.id) },
  });
}

function documentObject(document: Document | undefined): GoObject {
  return objectOf(document && (parseExact(document.bytes) ?? undefined));
}

/** One step as Docker's own v1 migration writes it: `created_by` is the command's words joined by spaces. */
function historyStep(json: GoObject): GoValue {
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
  return step;
}
