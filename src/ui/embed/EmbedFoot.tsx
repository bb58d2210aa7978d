import type { ReactNode } from 'react';
import { formatHash } from '../../app/viewState';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { useView } from '../context';
import './embed.css';

/** The last line inside another page: whose view this is, and the way to the same in a page of its own, where a link can name it. */
export function EmbedFoot(): ReactNode {
  const { rich } = useI18n();
  const { view } = useView();
  const href = view.src === null ? './' : `./${formatHash({ ...view, mode: 'page' })}`;
  return (
    <footer className="embed-foot">
      <a href={href} target="_blank" rel="noopener noreferrer">
        <Icon name="logo" />
        {rich(view.src === null ? 'embed.about' : 'embed.openPage')}
      </a>
    </footer>
  );
}
