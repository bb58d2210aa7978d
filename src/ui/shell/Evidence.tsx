import { Popover } from '@base-ui/react/popover';
import { Fragment, type ReactNode } from 'react';
import type { Archive, Image } from '../../core/model/archive';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr } from '../../i18n/isolates';
import { Icon } from '../common/Icon';
import { platformText } from './platform';

/** Which formats the tar is, as a sentence; pressed, it says on what evidence. */
export function Evidence({ archive, image }: { archive: Archive; image: Image | undefined }): ReactNode {
  const { t, rich, formatNumber } = useI18n();
  const platform = platformText(image?.platform ?? null);
  const attestations = archive.artifacts.filter(({ nature }) => nature === 'attestation').length;
  const artifacts = archive.artifacts.length - attestations;
  const orphans = archive.orphans.length;
  const names = archive.evidence.map(({ format }, index) => (
    <Fragment key={format}>
      {index > 0 ? ' + ' : null}
      {rich(`format.${format}`)}
    </Fragment>
  ));
  return (
    <Popover.Root>
      <Popover.Trigger className="identity-why" title={t('identity.evidence')}>
        {archive.evidence.length > 1 ? rich('identity.hybrid', { formats: <>{names}</> }) : names}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popover-layer" align="start" sideOffset={6}>
          <Popover.Popup className="popover">
            <Popover.Title render={<h2 />}>{rich('identity.evidenceTitle')}</Popover.Title>
            {archive.evidence.map(({ format, facts }) => (
              <div key={format}>
                <h3>{rich(`format.${format}`)}</h3>
                <ul>
                  {facts.map(({ code, path, count }) => (
                    <li key={`${code} ${path}`}>
                      <Icon name="check" size={12} />
                      <span>
                        {rich(`evidence.${code}`)}
                        {count === undefined ? null : <Ltr> ({formatNumber(count)})</Ltr>}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
            <p className="muted">{rich('identity.byBytes')}</p>
            <p className="muted">
              {rich('identity.members', { count: archive.members.count })}
              {platform === '' ? null : (
                <>
                  {' · '}
                  <Code>{platform}</Code>
                </>
              )}
            </p>
            {attestations + artifacts + orphans > 0 ? (
              <p className="muted">{rich('notices.beside', { attestations, artifacts, orphans })}</p>
            ) : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
