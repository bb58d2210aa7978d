import { memo, useMemo, type ReactNode } from 'react';
import { sharedLayers } from '../../core/compare/sharedLayers';
import type { Image } from '../../core/model/archive';
import { useI18n, type I18n } from '../../i18n/i18n';
import { isolateAuto, visible } from '../../i18n/visible';
import { useView } from '../context';
import { platformText } from './platform';

/** Which of several images is on the boards. There may be ten thousand, and the state of the work changes many times a second. */
export const ImagePicker = memo(function ImagePicker({
  images,
  imageKey,
}: {
  images: readonly Image[];
  imageKey: string | null;
}): ReactNode {
  const { t } = useI18n();
  const { update } = useView();
  const labels = useMemo(() => labelsOf(images, t), [images, t]);
  return (
    <label className="image-picker">
      <span className="hidden">{t('image.pick')}</span>
      <select
        dir="ltr"
        value={imageKey ?? ''}
        onChange={(event) => update({ img: event.target.value, sel: null, doc: null })}
      >
        {images.map(({ key }, i) => (
          <option key={key} value={key}>
            {labels[i]}
          </option>
        ))}
      </select>
    </label>
  );
});

function labelsOf(images: readonly Image[], t: I18n['t']): string[] {
  const shared = sharedLayers(images);
  const names = images.map((image) =>
    [isolateAuto(visible(image.names[0] ?? t('image.unnamed'))), platformText(image.platform)]
      .filter((part) => part !== '')
      .join(' · '),
  );
  // Two images may have one name and platform: then the key tells them apart.
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return images.map(({ key, layers }, i) => {
    const name = names[i] ?? '';
    const own = (times.get(name) ?? 0) > 1 ? [key.replace(/^sha256:(.{12}).*$/, '$1')] : [];
    return [name, ...own, t('image.layers', { count: layers.length, shared: shared.get(key) ?? 0 })].join(' · ');
  });
}
