import type { ReactNode } from 'react';
import type { Image } from '../../core/model/archive';
import { useI18n } from '../../i18n/i18n';
import { isolateAuto, visible } from '../../i18n/visible';
import { useView } from '../context';
import { platformText } from './platform';

/** Which of several images is on the boards. */
export function ImagePicker({ images, imageKey }: { images: readonly Image[]; imageKey: string | null }): ReactNode {
  const { t } = useI18n();
  const { update } = useView();
  const label = (image: Image): string => {
    const name = image.names[0] ?? t('image.unnamed');
    return [isolateAuto(visible(name)), platformText(image.platform), image.key.replace(/^sha256:(.{12}).*$/, '$1')]
      .filter((part) => part !== '')
      .join(' · ');
  };
  return (
    <label className="image-picker">
      <span className="hidden">{t('image.pick')}</span>
      <select value={imageKey ?? ''} onChange={(event) => update({ img: event.target.value, sel: null, doc: null })}>
        {images.map((image) => (
          <option key={image.key} value={image.key}>
            {label(image)}
          </option>
        ))}
      </select>
    </label>
  );
}
