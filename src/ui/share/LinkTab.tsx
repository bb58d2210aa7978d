import type { ReactNode } from 'react';
import { pageAddress, type SharedView } from '../../app/shareLink';
import { LIMITS } from '../../core/limits';
import type { HiddenKind, MadeSnapshot } from '../../core/model/snapshot';
import { useI18n } from '../../i18n/i18n';
import type { Answer } from '../common/useAnswer';
import { CopyTextButton } from '../common/CopyTextButton';
import { useMayExport } from '../common/ExportControls';
import { ProgressBar } from '../common/ProgressBar';
import { VerdictMark } from '../common/VerdictMark';
import { HideList } from './HideList';
import { QrView } from './QrView';
import type { LinkKind } from './sources';
import type { Hashing } from './useFileDigest';

interface LinkTabProps {
  readonly kinds: readonly LinkKind[];
  readonly kind: LinkKind;
  readonly onKind: (kind: LinkKind) => void;
  readonly isFolder: boolean;
  /** Something is changed on a copy. */
  readonly hasFlip: boolean;
  readonly shared: SharedView;
  readonly onShared: (shared: SharedView) => void;
  readonly hide: readonly HiddenKind[];
  readonly onHide: (hide: readonly HiddenKind[]) => void;
  readonly snapshot: Answer<MadeSnapshot>;
  readonly hashing: Hashing;
  /** Null until the link is made. */
  readonly hash: string | null;
}

/** A link: what it is about, what is in it, and how long it is. */
export function LinkTab(props: LinkTabProps): ReactNode {
  const { kinds, kind, onKind, isFolder, hasFlip, shared, onShared, hide, onHide, snapshot, hashing, hash } = props;
  const { rich, t } = useI18n();
  const mayExport = useMayExport();
  const tick = (key: keyof SharedView): ReactNode => (
    <label className="share-tick">
      <input
        type="checkbox"
        checked={shared[key]}
        onChange={({ target }) => onShared({ ...shared, [key]: target.checked })}
      />
      <span>{rich(`share.${key}`)}</span>
    </label>
  );
  return (
    <>
      <fieldset>
        <legend>{rich('share.what')}</legend>
        {kinds.map((each) => (
          <label key={each} className="share-tick">
            <input
              type="radio"
              name="share-kind"
              checked={each === kind}
              disabled={each === 'snapshot' && !mayExport}
              onChange={() => onKind(each)}
            />
            <span>
              {rich(`share.kind.${each}`)}
              {each === 'file' || each === 'url' || each === 'registry' ? (
                <span className="muted small share-why">{rich(`share.kind.${each}.why`)}</span>
              ) : null}
              {each === 'snapshot' && !mayExport ? (
                <span className="muted small share-why">{rich('embed.localOnly')}</span>
              ) : null}
            </span>
          </label>
        ))}
        {isFolder ? <p className="muted small">{rich('share.folder')}</p> : null}
      </fieldset>
      <div className="share-ticks">
        {tick('selection')}
        {hasFlip ? tick('flip') : null}
        {tick('look')}
      </div>
      {kind === 'snapshot' ? (
        <>
          <HideList hide={hide} counts={snapshot.value?.counts ?? null} onHide={onHide} />
          {snapshot.value ? (
            <details>
              <summary>{rich('share.decoded')}</summary>
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
              <section dir="ltr" lang="en" tabIndex={0} className="share-decoded" aria-label={t('share.decoded')}>
                <pre>{JSON.stringify(JSON.parse(snapshot.value.json), null, 1)}</pre>
              </section>
            </details>
          ) : null}
        </>
      ) : null}
      <Making kind={kind} snapshot={snapshot} hashing={hashing} />
      {hash === null ? null : <MadeLink hash={hash} />}
    </>
  );
}

/** While the link is not there: why. */
function Making({ kind, snapshot, hashing }: Pick<LinkTabProps, 'kind' | 'snapshot' | 'hashing'>): ReactNode {
  const { rich, t } = useI18n();
  const failure = kind === 'snapshot' ? snapshot.failure : hashing.kind === 'failed' ? hashing.code : null;
  if (failure !== null) {
    return (
      <p role="alert">
        <VerdictMark verdict="unknown">{rich('share.failed', { why: rich(`error.${failure}.title`) })}</VerdictMark>
      </p>
    );
  }
  if (kind === 'snapshot' && !snapshot.value) return <p className="muted">{rich('share.making')}</p>;
  if (kind !== 'file' || hashing.kind !== 'running') return null;
  return (
    <div className="share-hashing">
      <p className="muted">{rich('share.hashing')}</p>
      <ProgressBar label={t('share.hashing')} done={hashing.done} total={hashing.total} />
    </div>
  );
}

function MadeLink({ hash }: { hash: string }): ReactNode {
  const { rich, t, formatNumber } = useI18n();
  const link = pageAddress(location) + hash;
  const count = formatNumber(link.length);
  if (hash.length > LIMITS.linkCharacters) {
    return (
      <p role="alert">
        <VerdictMark verdict="unknown">
          {rich('share.tooLong', { limit: formatNumber(LIMITS.linkCharacters), count })}
        </VerdictMark>
      </p>
    );
  }
  return (
    <div className="share-made">
      <textarea readOnly dir="ltr" rows={3} aria-label={t('share.link')} value={link} />
      <p className="share-actions">
        <CopyTextButton key={link} text={link}>
          {rich('share.copy')}
        </CopyTextButton>
        <output className="muted">{rich('share.length', { count })}</output>
      </p>
      <details className="share-qr">
        <summary>{rich('share.qr')}</summary>
        <QrView text={link} />
      </details>
    </div>
  );
}
