import { EngineError } from '../errors';
import type { Image } from '../model/archive';
import { EXPORT_TARGETS, type ExportTarget } from '../model/export';
import type { Measurement } from '../model/facts';
import type { Exported, ExportOffer, SaveRequest } from '../model/saving';
import { spanKey } from '../model/source';
import { columnJson } from './columnJson';
import { packFile } from './file';
import { packFolder } from './folder';
import { packContent, packTar, packedSize, type Pack } from './pack';
import { planExport } from './planExport';

/** What each target would come to, from what is measured so far. */
export async function exportOffers(
  archive: Exported,
  image: Image,
  measurements: readonly Measurement[],
): Promise<ExportOffer[]> {
  const offer = async (target: ExportTarget): Promise<ExportOffer> => {
    const plan = await planExport(archive, image, measurements, target);
    if ('cannot' in plan) return { target, cannot: plan.cannot };
    return { target, cannot: null, size: packedSize(plan), dropped: plan.dropped, droppedNames: plan.droppedNames };
  };
  const offers: ExportOffer[] = [];
  for (const target of EXPORT_TARGETS) offers.push(await offer(target));
  return offers;
}

/** What is asked to be saved. Throws EngineError: `cannot-export` for an image that cannot be saved so, `out-of-bounds`. */
export async function packOf(request: SaveRequest): Promise<Pack> {
  switch (request.kind) {
    case 'image': {
      const { archive, image, measurements, target } = request;
      const plan = await planExport(archive, image, measurements, target);
      if ('cannot' in plan) throw new EngineError('cannot-export', plan.cannot, { why: plan.cannot });
      return packTar(plan, sourceOf(request));
    }
    case 'content':
      return packContent(request.content, request.path, sourceOf(request));
    case 'column': {
      const bytes = columnJson(request.column);
      return { size: bytes.length, parts: [bytes] };
    }
    case 'file':
      return packFile(request.source, request.file, request.checkpoint);
    case 'folder':
      return packFolder(request.source, request.folder);
  }
}

function sourceOf({ source, measurements }: Extract<SaveRequest, { kind: 'image' | 'content' }>) {
  return { ref: source, measured: new Map(measurements.map((each) => [spanKey(each.span), each])) };
}
