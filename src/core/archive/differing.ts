import type { Diagnostic } from '../errors';
import { layerStepCount } from '../formats/config';
import { valueOf } from '../formats/documents';
import { Config } from '../formats/shapes';
import type { Archive, Document, Image } from '../model/archive';
import { digestOfName } from '../model/digest';

type Documents = ReadonlyMap<string, Document>;

/** Configs whose history has another number of steps than the image has layers; each once. `docker load` refuses too many. */
export function historyFindings(images: readonly Image[], documents: Documents): Diagnostic[] {
  const configs = new Set(images.flatMap(({ config }) => config ?? []));
  return [...configs].flatMap((id): Diagnostic[] => {
    const config = valueOf(documents.get(id) ?? null, Config);
    const layers = config?.rootfs?.diff_ids?.length;
    const steps = config ? layerStepCount(config) : 0;
    if (layers === undefined || steps === 0 || steps === layers) return [];
    const severity = steps > layers ? 'warning' : 'info';
    return [{ code: 'history-differs', severity, path: id, details: { steps, layers } }];
  });
}

/** Documents that lead to no image and no artifact, and are not what their names say: those of images and artifacts are told of with these. */
export function strayFindings(
  { images, artifacts }: Pick<Archive, 'images' | 'artifacts'>,
  documents: Documents,
): Diagnostic[] {
  const used = new Set<string | null>([
    ...images.flatMap(({ stated }) => stated).flatMap((each) => [...each.indexes, each.manifest, each.config]),
    ...artifacts.flatMap(({ indexes, manifest, parts }) => [...indexes, manifest, ...parts.map(({ path }) => path)]),
  ]);
  return [...documents.values()].flatMap(({ id, span, path, digest: actual }): Diagnostic[] => {
    const claimed = digestOfName(path);
    if (!span || used.has(id) || !claimed?.startsWith('sha256:') || claimed === actual) return [];
    return [{ code: 'stray-differs', severity: 'warning', path, details: { claimed, actual } }];
  });
}
