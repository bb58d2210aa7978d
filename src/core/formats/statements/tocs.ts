import type { RowKind, Statement } from '../../model/integrity';
import { TOC_DIGEST, ZSTD_CHUNKED } from '../layerTraits';
import type { Descriptor } from '../shapes';
import { pointerStep } from '../../model/jsonPointer';
import { state } from './context';

/** Annotations that say something of a layer's table of contents, or of its bytes for readers that go by one. */
const ANNOTATIONS: readonly (readonly [name: string, kind: RowKind])[] = [
  [TOC_DIGEST, 'toc-digest'],
  ['io.containers.estargz.uncompressed-size', 'unpacked-size'],
  ...ZSTD_CHUNKED.flatMap(
    (prefix) =>
      [
        [`${prefix}.manifest-checksum`, 'toc-stored-digest'],
        [`${prefix}.manifest-position`, 'toc-position'],
        [`${prefix}.tarsplit-checksum`, 'tar-split-digest'],
        [`${prefix}.tarsplit-position`, 'tar-split-position'],
      ] as const,
  ),
];

/** What the annotations of a layer's descriptor say of its table of contents. `stated` has who says it, and of which bytes. */
export function tocStatements(
  { annotations }: Pick<Descriptor, 'annotations'>,
  stated: Omit<Parameters<typeof state>[0], 'kind'>,
): Statement[] {
  return ANNOTATIONS.flatMap(([name, kind]) => {
    const claimed = annotations?.[name];
    if (claimed == null) return [];
    const pointer = `${stated.pointer ?? ''}/annotations${pointerStep(name)}`;
    return [state({ ...stated, kind, pointer, claimed })];
  });
}
