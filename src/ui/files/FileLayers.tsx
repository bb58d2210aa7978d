import { useState, type CSSProperties, type ReactNode } from 'react';
import type { ImageFiles } from '../../app/state';
import type { ImageLayer } from '../../core/model/archive';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { visible } from '../../i18n/visible';
import { commandText } from '../common/commandText';

/** The layers of the image to choose from, each with what it did and how much it stores. */
export function FileLayers({
  layers,
  files,
  chosen,
  onChoose,
}: {
  layers: readonly ImageLayer[];
  files: ImageFiles;
  /** From 0; null: none is looked at alone. */
  chosen: number | null;
  onChoose: (layer: number) => void;
}): ReactNode {
  const { t, rich } = useI18n();
  const [lastOnTop, setLastOnTop] = useState(true);
  const numbers = layers.map((_, index) => index);
  const most = Math.max(1, ...files.tree.sums.map(({ bytes }) => bytes));
  return (
    <section className="file-layers" aria-label={t('files.layers')}>
      <header>
        <h2>{rich('files.layers')}</h2>
        <button
          type="button"
          className="button"
          aria-pressed={lastOnTop}
          title={t('files.lastOnTop.why')}
          onClick={() => setLastOnTop(!lastOnTop)}
        >
          {rich('files.lastOnTop')}
        </button>
      </header>
      <ol>
        {(lastOnTop ? numbers.toReversed() : numbers).map((index) => (
          <li key={index}>
            <LayerButton
              layer={layers[index]}
              number={index}
              files={files}
              most={most}
              isChosen={index === chosen}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

function LayerButton({
  layer,
  number,
  files,
  most,
  isChosen,
  onChoose,
}: {
  layer: ImageLayer | undefined;
  /** From 0. */
  number: number;
  files: ImageFiles;
  most: number;
  isChosen: boolean;
  onChoose: (layer: number) => void;
}): ReactNode {
  const { t, rich, formatBytes, formatNumber } = useI18n();
  const sum = files.tree.sums[number];
  const known = files.layers[number];
  const style: CSSProperties & { '--share': string } = { '--share': `${((sum?.bytes ?? 0) / most) * 100}%` };
  return (
    <button
      type="button"
      className="file-layer"
      aria-pressed={isChosen}
      aria-label={t('files.layerNumber', { number: number + 1 })}
      title={visible(layer?.createdBy ?? '')}
      onClick={() => onChoose(number)}
    >
      <span className="file-layer-number">{formatNumber(number + 1)}</span>
      <span className="file-layer-what">
        <Code className="one-line">{commandText(layer?.createdBy ?? null) ?? '—'}</Code>
        {known && sum ? (
          <span className="file-layer-sum" title={t('files.sum.why', { ...sum, bytes: formatBytes(sum.bytes) })}>
            {rich('files.sum', {
              added: formatNumber(sum.added),
              changed: formatNumber(sum.changed),
              repeated: formatNumber(sum.repeated),
              removed: formatNumber(sum.removed),
            })}
            <bdi>{formatBytes(sum.bytes)}</bdi>
          </span>
        ) : (
          <span className="muted" title={t('files.unknown.why')}>
            {rich('files.unknown')}
          </span>
        )}
        {known?.cut === true ? <span className="muted">{rich('files.cut')}</span> : null}
        <span className="file-layer-bar" style={style} />
      </span>
    </button>
  );
}
