import type { Masks } from '../config/masks';
import { LIMITS } from '../limits';
import { cutPieces } from '../model/configView';
import type { DiffLayer, DiffSide, LayerState } from '../model/imageDiff';
import { isEncrypted } from '../model/mediaType';
import { spanKey } from '../model/source';

/** The layers of an image, the base first: what is measured of them, and what is stated where that cannot be. What is damaged is not what its config states. */
export function diffLayers({ image, measurements }: DiffSide, masks: Masks): DiffLayer[] {
  const measured = new Map(measurements.map((each) => [spanKey(each.span), each]));
  return image.layers.map(({ span, compression, createdBy }, index) => {
    const facts = span && measured.get(spanKey(span));
    const stated = image.stated.flatMap(({ layers }) =>
      layers.length === image.layers.length ? (layers[index] ?? []) : [],
    );
    const isDamaged = facts?.diagnostics.some(({ code }) => code === 'layer-corrupt') === true;
    return {
      number: index + 1,
      diffId: facts?.diffId ?? (isDamaged ? null : (stated.find(({ diffId }) => diffId !== null)?.diffId ?? null)),
      digest: facts?.stored['sha256'] ?? stated.find(({ digest }) => digest !== null)?.digest ?? null,
      compression,
      size: span?.length ?? stated.find(({ size }) => size !== null)?.size ?? null,
      mediaType: stated.find(({ mediaType }) => mediaType !== null)?.mediaType ?? null,
      createdBy: createdBy === null ? null : cutPieces(masks.pieces(createdBy), LIMITS.diffValueCharacters).pieces,
      span,
      measured: facts !== null && facts !== undefined,
    };
  });
}

/** How two layers stand to each other. What is only stated makes none the same. */
export function layerState(a: DiffLayer | undefined, b: DiffLayer | undefined): LayerState {
  if (!a) return 'only-b';
  if (!b) return 'only-a';
  const areMeasured = a.measured && b.measured;
  if (a.digest !== null && a.digest === b.digest) return areMeasured ? 'same' : 'unchecked';
  if (a.diffId === null || b.diffId === null) return 'unknown';
  if (a.diffId !== b.diffId) return 'changed';
  return areMeasured ? 'recompressed' : 'unchecked';
}

/** Why the stored bytes of two layers differ that are the same unpacked. */
export function recompression(a: DiffLayer, b: DiffLayer): 'encryption' | 'compression' | 'compressor' {
  if (isEncrypted(a.mediaType ?? '') !== isEncrypted(b.mediaType ?? '')) return 'encryption';
  return a.compression === b.compression ? 'compressor' : 'compression';
}
