import type { ReactNode } from 'react';
import type { Piece } from '../../core/model/configView';
import { useI18n } from '../../i18n/i18n';
import { visible } from '../../i18n/visible';
import { useShownValues } from './ShownValues';
import './Pieces.css';

/** Text as it is, with the values in it hidden until they are asked for. One line of tokens: to be put into `Code`. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }): ReactNode {
  const { isShown } = useShownValues();
  return pieces.map(({ text, hides }, index) =>
    hides === null || isShown(hides) ? <span key={`${index}`}>{visible(text)}</span> : <HiddenValue key={`${index}`} />,
  );
}

/** In the place of a value. It is as long for every value. */
export function HiddenValue(): ReactNode {
  const { t } = useI18n();
  return (
    <span className="hidden-value">
      <span aria-hidden="true">••••••</span>
      <span className="hidden">({t('config.hidden')})</span>
    </span>
  );
}
