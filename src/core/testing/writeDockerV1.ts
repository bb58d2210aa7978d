import type { TarEntry } from './buildTar';
import type { JsonObject } from './goJson';
import { goJson } from './goJson';
import type { ImageParts } from './imageParts';
import { repositories, secondsOf, sha256Hex } from './imageParts';

const FOLDER = { type: 'directory', mode: 0o40755 } as const;
const FILE = { mode: 0o100644 } as const;

/** Stands for the 32 random bytes that named a layer before 1.10: the same for the same seed. */
function v1RandomId(seed: string, index: number): string {
  return sha256Hex(`${seed} ${index}`);
}

/**
 * The members that `docker save` of Docker 1.0 to 1.3 wrote: a folder for each layer, `repositories`, and nothing else.
 * `documents` are the layers' `json` without `id` and `parent`, base first.
 */
export function writeDockerV1(parts: ImageParts, documents: readonly JsonObject[], seed: string): readonly TarEntry[] {
  const mtime = secondsOf(parts.config);
  const ids = parts.layers.map((_, index) => v1RandomId(seed, index));
  const folders = parts.layers.map((layer, index): readonly [string, readonly TarEntry[]] => {
    const id = v1RandomId(seed, index);
    const parent = ids[index - 1];
    const json = goJson({ id, ...(parent === undefined ? {} : { parent }), ...documents[index] });
    return [
      id,
      [
        { name: `${id}/`, mtime, ...FOLDER },
        { name: `${id}/VERSION`, body: '1.0', mtime, ...FILE },
        { name: `${id}/json`, body: json, mtime, ...FILE },
        { name: `${id}/layer.tar`, body: layer.stored, mtime, ...FILE },
      ],
    ];
  });
  folders.sort(([a], [b]) => (a < b ? -1 : 1));
  const top = ids.at(-1) ?? '';
  return [
    ...folders.flatMap(([, entries]) => entries),
    ...(parts.tags.length === 0
      ? []
      : [{ name: 'repositories', body: goJson(repositories(parts.tags, top)), mtime, ...FILE }]),
  ];
}
