import type { TarEntry } from './buildTar';
import { goJson, sortKeys } from './goJson';
import type { ImageParts } from './imageParts';
import { repositories, secondsOf, sha256Hex } from './imageParts';
import { v1Identities } from './v1Identities';

const FOLDER = { type: 'directory', mode: 0o40755, uname: 'root', gname: 'root' } as const;
const FILE = { mode: 0o100644, uname: 'root', gname: 'root' } as const;

/** The members that `docker save` of Docker 1.10 to 24 writes, in its order. */
export function writeDockerArchive(parts: ImageParts): readonly TarEntry[] {
  const { layers, config, tags } = parts;
  const mtime = secondsOf(config);
  const configBytes = goJson(sortKeys(config));
  const configName = `${sha256Hex(configBytes)}.json`;
  const identities = v1Identities(config, layers);
  const firstWith = new Map<string, string>();
  const folders = identities.map(({ id, json, layer }) => {
    const first = firstWith.get(layer.diffId);
    if (first === undefined) firstWith.set(layer.diffId, id);
    const body: TarEntry =
      first === undefined
        ? { name: `${id}/layer.tar`, body: layer.stored, mtime, ...FILE }
        : { ...FILE, name: `${id}/layer.tar`, type: 'symlink', link: `../${first}/layer.tar`, mtime, mode: 0o120777 };
    const entries: readonly TarEntry[] = [
      { name: `${id}/`, mtime, ...FOLDER },
      { name: `${id}/VERSION`, body: '1.0', mtime, ...FILE },
      { name: `${id}/json`, body: json, mtime, ...FILE },
      body,
    ];
    return { name: id, entries };
  });
  const manifest = {
    Config: configName,
    RepoTags: tags.length > 0 ? tags : null,
    Layers: identities.map(({ id }) => `${id}/layer.tar`),
  };
  const members = [
    ...folders,
    { name: configName, entries: [{ name: configName, body: configBytes, mtime, ...FILE }] },
  ];
  members.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    ...members.flatMap(({ entries }) => entries),
    { name: 'manifest.json', body: `${goJson([manifest])}\n`, mtime: 0, ...FILE },
    ...(tags.length === 0
      ? []
      : [
          {
            name: 'repositories',
            body: `${goJson(repositories(tags, identities.at(-1)?.id ?? ''))}\n`,
            mtime: 0,
            ...FILE,
          },
        ]),
  ];
}
