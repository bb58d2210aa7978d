import { goStringify, rawFields, type GoValue } from '../bytes/goJson';
import { derive, valueOf } from '../formats/documents';
import { goObject, goTimeOf, sorted } from '../formats/goValues';
import { EMPTY_BLOB } from '../model/schema1';
import { Config } from '../formats/shapes';
import { schema1Id } from '../formats/v1Rules';
import { LIMITS } from '../limits';
import type { Document, Recipe } from '../model/archive';
import type { Digest } from '../model/digest';
import { MEDIA } from '../model/mediaType';

/** One step of the history, with the blob that stands for it. */
interface Step {
  readonly blob: Digest;
  readonly isEmpty: boolean;
  readonly history: NonNullable<Config['history']>[number];
}

/**
 * The schema 1 manifest that containers/image makes of a schema 2 one (internal/image/docker_schema2.go,
 * convertToManifestSchema1), as `skopeo copy --format v2s1 … dir:` writes it, before it is signed with a key that is then thrown
 * away: `name` and `tag` are those of the destination, and a folder has none. One entry for each step of the config's history,
 * newest first; `blobs` are the digests of the layers as they are stored, base first. `no-history` where the history does not
 * tell which step made which layer.
 */
export async function schema1Manifest(
  config: Document,
  blobs: readonly Digest[],
  recipe: Recipe,
): Promise<Document | 'no-history' | 'too-many-layers'> {
  const value = valueOf(config, Config);
  const history = value?.history ?? [];
  const steps = stepsOf(history, blobs);
  if (!steps) return 'no-history';
  if (steps.length > LIMITS.layersPerImage) return 'too-many-layers';
  const entries = await compatibilities(steps, config.bytes);
  const manifest = goObject([
    ['name', ''],
    ['tag', ''],
    ['architecture', value?.architecture ?? ''],
    ['fsLayers', steps.map(({ blob }) => goObject([['blobSum', blob]])).reverse()],
    ['history', entries.map((entry) => goObject([['v1Compatibility', entry]])).reverse()],
    ['schemaVersion', 1],
  ]);
  return derive('schema1', {
    kind: 'schema1-manifest',
    path: 'manifest (schema 1)',
    mediaType: MEDIA.dockerManifestV1,
    bytes: goStringify(manifest),
    recipe,
  });
}

/** Base first; null where there is no history, or it made another number of layers. */
function stepsOf(history: readonly Step['history'][], blobs: readonly Digest[]): Step[] | null {
  const layers = blobs.values();
  const steps = history.flatMap((step): Step[] => {
    const isEmpty = step.empty_layer === true;
    const blob = isEmpty ? EMPTY_BLOB : layers.next().value;
    return blob === undefined ? [] : [{ blob, isEmpty, history: step }];
  });
  return steps.length > 0 && steps.length === history.length && layers.next().done ? steps : null;
}

/** The `v1Compatibility` of each step. The newest is the config itself, and its ID is of the config's bytes too. */
async function compatibilities(steps: readonly Step[], config: Uint8Array): Promise<string[]> {
  const entries: string[] = [];
  let parent: string | undefined;
  for (const [i, { blob, isEmpty, history }] of steps.entries()) {
    const isTop = i === steps.length - 1;
    const id = await schema1Id(blob, parent, isTop ? config : null);
    const json = isTop ? topFields(config, id, parent, isEmpty) : lowerFields(history, id, parent, isEmpty);
    entries.push(new TextDecoder().decode(goStringify(json)));
    parent = id;
  }
  return entries;
}

function lowerFields(history: Step['history'], id: string, parent: string | undefined, isEmpty: boolean): GoValue {
  return goObject([
    ['id', id],
    ['parent', parent],
    ['comment', history.comment || undefined],
    ['created', goTimeOf(history.created ?? undefined)],
    ['container_config', goObject([['Cmd', [history.created_by ?? '']]])],
    ['author', history.author || undefined],
    ['throwaway', isEmpty || undefined],
  ]);
}

function topFields(config: Uint8Array, id: string, parent: string | undefined, isEmpty: boolean): GoValue {
  const fields = new Map<string, GoValue>(rawFields(config));
  fields.delete('rootfs');
  fields.delete('history');
  fields.set('id', id);
  if (parent !== undefined) fields.set('parent', parent);
  if (isEmpty) fields.set('throwaway', true);
  return sorted(fields);
}
