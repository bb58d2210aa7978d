import { useMemo, type ReactNode } from 'react';
import { sharedLayers } from '../../core/compare/sharedLayers';
import type { Image } from '../../core/model/archive';
import { useI18n } from '../../i18n/i18n';
import { isolateAuto, visible } from '../../i18n/visible';
import { useView } from '../context';
import { platformText } from './platform';

/** Which of several images is on the boards. */
export function ImagePicker({ images, imageKey }: { images: readonly Image[]; imageKey: string | null }): ReactNode {
  const { t } = useI18n();
  const { update } = useView();
  const shared = useMemo(() => sharedLayers(images), [images]);
  const labels = images.map((image) =>
    [isolateAuto(visible(image.names[0] ?? t('image.unnamed'))), platformText(image.platform)]
      .filter((part) => part !== '')
      .join(' · '),
  );
  // Two images may have one name and platform: then the key tells them apart.
  const isTwice = (label: string): boolean => labels.indexOf(label) !== labels.lastIndexOf(label);
  return (
    <label className="image-picker">
      <span className="hidden">{t('image.pick')}</span>
      <select
        dir="ltr"
        value={imageKey ?? ''}
        onChange={(event) => update({ img: event.target.value, sel: null, doc: null })}
      >
        {images.map(({ key, layers }, i) => {
          const label = labels[i] ?? '';
          return (
            <option key={key} value={key}>
              {[
                label,
                ...(isTwice(label) ? [key.replace(/^sha256:(.{12}).*$/, '$1')] : []),
                t('image.layers', { count: layers.length, shared: shared.get(key) ?? 0 }),
              ].join(' · ')}
            </option>
          );
        })}
      </select>
    </label>
  );
}
