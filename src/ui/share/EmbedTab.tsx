import type { ReactNode } from 'react';
import { pageAddress } from '../../app/shareLink';
import { useI18n } from '../../i18n/i18n';
import { withoutIsolates } from '../../i18n/visible';
import { CopyTextButton } from '../common/CopyTextButton';
import { useServices } from '../context';

/** Where the host of the page documents it; the page that is one file has no host. */
const CONTRACT = 'embed.html';

/** HTML that shows the link in a frame of another page. */
export function EmbedTab({ name, hash }: { name: string; hash: string | null }): ReactNode {
  const { rich, t } = useI18n();
  const { ownPage } = useServices();
  if (hash === null) return <p className="muted">{rich('share.making')}</p>;
  const address = `${pageAddress(location)}${hash}${hash.includes('?') ? '&' : '?'}mode=embed`;
  const title = withoutIsolates(t('share.embed.title', { name }));
  const code = `<iframe src="${attribute(address)}" title="${attribute(title)}" loading="lazy" width="100%" height="640"></iframe>`;
  return (
    <>
      <p>{rich('share.embed.line')}</p>
      <textarea readOnly dir="ltr" rows={5} aria-label={t('share.embed.code')} value={code} />
      <p className="share-actions">
        <CopyTextButton key={code} text={code}>
          {rich('share.embed.copy')}
        </CopyTextButton>
      </p>
      {ownPage ? null : (
        <p>
          <a href={CONTRACT} target="_blank" rel="noopener">
            {rich('share.embed.contract')}
          </a>
        </p>
      )}
    </>
  );
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
