import type { ReactNode } from 'react';
import { encodedPart, type Digest as DigestText } from '../../core/model/digest';
import { useI18n } from '../../i18n/i18n';
import { visible } from '../../i18n/visible';
import { CopyButton } from './CopyButton';
import { Fingerprint } from './Fingerprint';
import './Digest.css';

const SHOWN_DIGITS = 12;

/** A digest as `sha256:` and its first 12 digits, with its fingerprint; the whole of it as title and for copying. */
export function Digest({
  value,
  full = false,
  copy = true,
  tabIndex,
}: {
  value: DigestText;
  /** Shows every digit. */
  full?: boolean;
  copy?: boolean;
  /** Of the copy button. */
  tabIndex?: number;
}): ReactNode {
  const { t } = useI18n();
  const encoded = encodedPart(value);
  const algorithm = value.slice(0, value.length - encoded.length);
  const shown = full ? encoded : encoded.slice(0, SHOWN_DIGITS);
  return (
    <span className="digest" dir="ltr">
      <Fingerprint digest={value} />
      <code
        dir="ltr"
        lang="en"
        title={full ? undefined : visible(value)}
        data-digest={value}
        data-full={full ? '' : undefined}
      >
        {visible(algorithm)}
        <b>{visible(shown)}</b>
        {full ? null : <span className="digest-rest">{visible(encoded.slice(SHOWN_DIGITS))}</span>}
      </code>
      {copy ? (
        <CopyButton
          text={value}
          label={t('app.copyDigest', { digest: `${algorithm}${shown}` })}
          {...(tabIndex === undefined ? {} : { tabIndex })}
        />
      ) : null}
    </span>
  );
}
