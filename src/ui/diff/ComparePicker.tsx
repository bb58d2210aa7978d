import type { ReactNode } from 'react';
import type { ComparisonState } from '../../app/comparison';
import { SAMPLE_NAMES } from '../../app/samples';
import type { Workspace } from '../../app/state';
import type { Image } from '../../core/model/archive';
import { useI18n } from '../../i18n/i18n';
import { isolateAuto, visible } from '../../i18n/visible';
import { Icon } from '../common/Icon';
import { useServices, useView } from '../context';
import { platformText } from '../shell/platform';

/** Images of an archive that a list offers; an archive may have ten thousand. */
const MOST_IMAGES = 500;

/** What to compare the image on screen with. */
export function ComparePicker({ workspace, state }: { workspace: Workspace; state: ComparisonState }): ReactNode {
  const { t, rich } = useI18n();
  const { comparing, comparison } = useServices();
  const { view } = useView();
  const { archive, imageKey } = workspace;
  const others = archive.images.filter(({ key }) => key !== imageKey).slice(0, MOST_IMAGES);
  const beside = state.kind === 'open' && !state.comparison.isOwn ? state.comparison : null;
  return (
    <div className="table-tools diff-picker">
      <label>
        {rich('diff.with')}{' '}
        <select value={view.vs ?? ''} onChange={({ target }) => target.value && comparing.withNamed(target.value)}>
          <option value="">{t('diff.choose')}</option>
          {others.length > 0 ? (
            <optgroup label={t('diff.ofThis')}>
              {others.map((image) => (
                <option key={image.key} value={`image:${image.key}`}>
                  {labelOf(image, t('image.unnamed'))}
                </option>
              ))}
            </optgroup>
          ) : null}
          <optgroup label={t('diff.samples')}>
            {SAMPLE_NAMES.map((name) => (
              <option key={name} value={`sample:${name}`}>
                {t(`sample.${name}.title`)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <label className="button file-button">
        <input
          type="file"
          className="hidden"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) comparing.withOwn({ kind: 'file', file });
            target.value = '';
          }}
        />
        <Icon name="open" />
        {rich('diff.file')}
      </label>
      {beside && beside.archive.images.length > 1 ? (
        <select
          aria-label={t('diff.otherImage')}
          value={beside.imageKey ?? ''}
          onChange={({ target }) => comparison.showImage(target.value)}
        >
          {beside.archive.images.slice(0, MOST_IMAGES).map((image) => (
            <option key={image.key} value={image.key}>
              {labelOf(image, t('image.unnamed'))}
            </option>
          ))}
        </select>
      ) : null}
      {state.kind === 'none' ? null : (
        <button type="button" className="button" onClick={comparing.stop}>
          <Icon name="close" />
          {rich('diff.close')}
        </button>
      )}
    </div>
  );
}

function labelOf({ names, platform, key }: Image, unnamed: string): string {
  const name = names[0] === undefined ? unnamed : isolateAuto(visible(names[0]));
  const short = key.replace(/^sha256:(.{12}).*$/, '$1');
  return [name, platformText(platform), short].filter((part) => part !== '').join(' · ');
}
