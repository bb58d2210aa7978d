import type { ReactNode } from 'react';
import type { Archive } from '../../core/model/archive';
import { useI18n } from '../../i18n/i18n';
import { useServices, useView } from '../context';

/** Flips the chosen byte of a tar on the tamper bench: as a byte of the layer that has it, where one does. */
export function FlipButton({
  archive: { container, images },
  imageKey,
  offset,
}: {
  archive: Archive;
  imageKey: string | null;
  offset: number;
}): ReactNode {
  const { rich } = useI18n();
  const { bench } = useServices();
  const { update } = useView();
  const layers = images.find(({ key }) => key === imageKey)?.layers;
  if (container !== 'tar' || !layers) return null;
  const index = layers.findIndex(({ span }) => span && span.offset <= offset && offset < span.offset + span.length);
  const start = layers[index]?.span?.offset;
  const flip = (): void => {
    if (start === undefined) bench.make({ kind: 'byte', offset, mask: 1 });
    else bench.make({ kind: 'flip', layer: index + 1, offset: offset - start, mask: 1 });
    update({ board: 'tamper', ...(start === undefined ? {} : { sel: `layer:${index + 1}` }) });
  };
  return (
    <button type="button" className="button" onClick={flip}>
      {rich('bytes.flip')}
    </button>
  );
}
