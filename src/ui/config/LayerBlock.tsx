import type { ReactNode } from 'react';
import type { StepLayer } from '../../core/model/configView';
import { useI18n } from '../../i18n/i18n';
import { Bytes } from '../common/Bytes';
import { Fingerprint } from '../common/Fingerprint';
import { useLit } from '../common/useLit';
import { useView } from '../context';

const WHOLE = 100;

/** A layer beside its step: chosen here, it is chosen on every board. The bar is its share of the largest. */
export function LayerBlock({ layer, largest }: { layer: StepLayer; largest: number }): ReactNode {
  const { rich } = useI18n();
  const { view, update } = useView();
  const { part, size, digest, diffId } = layer;
  const name = digest ?? diffId;
  const isLit = useLit(name ?? part);
  const isChosen = view.sel === part;
  const share = size === null ? 0 : (size / largest) * WHOLE;
  return (
    <button
      type="button"
      className="layer-block"
      aria-pressed={isChosen}
      data-lit={isLit ? '' : undefined}
      data-digest={name ?? undefined}
      onClick={() => update({ sel: isChosen ? null : part })}
    >
      <span className="layer-name">
        {name === null ? null : <Fingerprint digest={name} />}
        {rich('ladder.layer', { n: part.slice('layer:'.length) })}
      </span>
      {size === null ? null : <Bytes value={size} />}
      <span className="layer-bar" style={{ inlineSize: `${share}%` }} />
    </button>
  );
}
