import type { Document } from '../../model/archive';
import type { Statement } from '../../model/integrity';
import { readSchema1 } from '../schema1';
import { valueOf } from '../documents';
import { Schema1 } from '../shapes';
import { byJq, reading, state, type StatingContext } from './context';
import { descriptorStatements } from './descriptors';

/** What a schema 1 manifest says (distribution manifest-v2-1): the digest of each layer, newest first, and as many layers as history entries. */
export function schema1Statements(context: StatingContext, manifest: Document): Statement[] {
  let number = 0;
  const all = readSchema1(manifest).steps.flatMap(({ blobSum, index, throwaway }): Statement[] => {
    if (!throwaway) number++;
    if (blobSum === null) return [];
    const place = { document: manifest, pointer: `/fsLayers/${index}`, about: 'layer', required: !throwaway } as const;
    const [digest] = descriptorStatements(context, { ...place, ...(throwaway ? {} : { number }) }, { digest: blobSum });
    return digest ? [{ ...digest, pointer: `${place.pointer}/blobSum` }] : [];
  });
  const value = valueOf(manifest, Schema1);
  if (!value?.fsLayers || !value.history) return all;
  const counted = byJq(manifest, '.history | length', 'length(history)');
  return [
    ...all,
    state({
      kind: 'layer-count',
      about: 'manifest',
      document: manifest.id,
      pointer: '/fsLayers',
      target: manifest.path,
      claimed: `${value.fsLayers.length}`,
      fact: reading(`${value.history.length}`, 'mismatch', counted),
    }),
  ];
}
