import { writeContext } from '../formats/writeContext';
import type { Archive, Image } from '../model/archive';
import type { CannotExport, ExportPlan, ExportTarget } from '../model/export';
import type { Measurement } from '../model/facts';
import { spanKey } from '../model/source';
import type { ExportContext } from './contents';
import { dirOci, dirSchema1, dirSchema2 } from './dir';
import { docker25Archive } from './docker25';
import { docker20Archive, skopeoArchive } from './dockerArchive';
import type { Planned } from './members';
import { containerdLayout, skopeoLayout } from './ociArchive';

const TARGETS: Readonly<Record<ExportTarget, (context: ExportContext) => Promise<Planned | CannotExport>>> = {
  'docker-archive-skopeo': skopeoArchive,
  'docker-archive-docker20': docker20Archive,
  'docker-archive-docker25': docker25Archive,
  'oci-archive-skopeo': skopeoLayout,
  'oci-archive-containerd': containerdLayout,
  'dir-schema2': dirSchema2,
  'dir-oci': dirOci,
  'dir-schema1': dirSchema1,
};

/**
 * What saving one image in one form will write, worked out from documents and measurements alone: no layer is read. The same every
 * time and everywhere. Layers are never compressed again: they are as they are stored, or unpacked where the target's are plain.
 * What would not be accepted, because the layers are not what the documents say, is not planned.
 */
export async function planExport(
  archive: Pick<Archive, 'documents'>,
  image: Image,
  measurements: readonly Measurement[],
  target: ExportTarget,
): Promise<ExportPlan | { readonly cannot: CannotExport }> {
  const measured = new Map(measurements.map((each) => [spanKey(each.span), each]));
  const planned = await TARGETS[target]({ ...writeContext(archive, image, measurements), target, measured });
  if (typeof planned === 'string') return { cannot: planned };
  const { members, dropped, droppedNames } = planned;
  return {
    target,
    entries: members.map(({ entry }) => entry),
    documents: members.flatMap(({ document }) => document ?? []),
    dropped,
    droppedNames,
  };
}
