import type { Document } from '../../model/archive';
import type { Statement } from '../../model/integrity';
import { valueOf } from '../documents';
import { layerStepCount } from '../config';
import { Config } from '../shapes';
import { byJq, reading, state, type Located } from './context';

/** Who lists the layers of a config. */
export interface Listing {
  readonly document: Document;
  readonly pointer: string;
  readonly isImage: boolean;
}

/** What a config says of the layers that a manifest lists: how many, and the digests of their unpacked bytes (OCI image-spec config.md). */
export function configStatements(config: Document, layers: readonly Located[], listing: Listing): Statement[] {
  const value = valueOf(config, Config);
  const diffIds = value?.rootfs?.diff_ids;
  if (!value || !diffIds) return [];
  const all = diffIds.flatMap((claimed, i): Statement[] => {
    const layer = layers[i];
    // That the stored bytes are not here is said where they are named.
    if (!layer?.span) return [];
    const fact = { from: 'bytes', span: layer.span } as const;
    const pointer = `/rootfs/diff_ids/${i}`;
    return [
      state({
        kind: 'diff-id',
        about: 'layer',
        number: i + 1,
        document: config.id,
        pointer,
        target: layer.path,
        claimed,
        fact,
      }),
    ];
  });
  if (!listing.isImage) return all;
  const counted = byJq(config, '.rootfs.diff_ids | length', 'length(rootfs.diff_ids)');
  const { document, pointer } = listing;
  all.push(
    state({
      kind: 'layer-count',
      about: 'config',
      document: document.id,
      pointer,
      target: config.path,
      claimed: `${layers.length}`,
      fact: reading(`${diffIds.length}`, 'mismatch', counted),
    }),
  );
  const steps = layerStepCount(value);
  if (steps > 0) {
    // Tools that write no history, or squash layers, may leave it short; only of too long a one `docker load` refuses the image.
    const otherwise = steps > diffIds.length ? 'mismatch' : 'tolerated';
    all.push(
      state({
        kind: 'history-count',
        about: 'config',
        document: config.id,
        pointer: '/history',
        target: config.path,
        claimed: `${steps}`,
        fact: reading(`${diffIds.length}`, otherwise, counted),
      }),
    );
  }
  return all;
}
