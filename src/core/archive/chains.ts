import { valueOf } from '../formats/documents';
import { chainIds } from '../formats/facets';
import { Config } from '../formats/shapes';
import { reading, state, type StatingContext } from '../formats/statements/context';
import { LIMITS } from '../limits';
import type { Archive } from '../model/archive';
import { encodedPart } from '../model/digest';
import type { Statement } from '../model/integrity';

/** Folders of v1 layers that are named by ChainIDs, as skopeo did before 2020: that is a claim of the config's DiffIDs. */
export async function* chainStatements(
  { images }: Pick<Archive, 'images'>,
  { documents }: StatingContext,
): AsyncGenerator<Statement> {
  for (const image of images) {
    const v1 = image.stated.find(({ format }) => format === 'docker-v1');
    const config = documents.get(image.config ?? '') ?? null;
    const diffIds = valueOf(config, Config)?.rootfs?.diff_ids;
    if (!v1 || !config?.span || !diffIds || diffIds.length > LIMITS.v1Layers) continue;
    const ids = await chainIds(diffIds);
    for (const [i, { v1Id, path }] of v1.layers.entries()) {
      const chainId = ids[i] ?? null;
      // A folder of any other name says nothing of layers below it.
      if (v1Id === null || chainId === null || i === 0 || encodedPart(chainId) !== v1Id) continue;
      const fact = reading(encodedPart(chainId), 'mismatch', { by: 'chain', span: config.span, count: i + 1 });
      yield state({ kind: 'chain-id', about: 'layer', number: i + 1, target: path, claimed: v1Id, fact });
    }
  }
}
