import { Popover } from '@base-ui/react/popover';
import { Fragment, type ReactNode } from 'react';
import type { Archive, EvidenceCode, Image, WriterGuess } from '../../core/model/archive';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr } from '../../i18n/isolates';
import { Icon } from '../common/Icon';
import { platformText } from './platform';

/** The facts that decide; the others only go with them. */
const DECISIVE: ReadonlySet<EvidenceCode> = new Set([
  'manifest-list',
  'v1-folders',
  'oci-layout-file',
  'index-json',
  'dir-manifest',
  'is-manifest',
  'is-index',
  'is-config',
  'is-schema1',
  'is-inspected',
]);

/** On what evidence the file is what it is, in half a sentence that goes on from the name of the formats. */
export function EvidenceSentence({ archive }: { archive: Archive }): ReactNode {
  const { rich, list } = useI18n();
  const facts = archive.evidence.flatMap((each) => each.facts).filter(({ code }) => DECISIVE.has(code));
  if (facts.length === 0) return null;
  return (
    <p className="identity-because">
      {rich('identity.because', { facts: list(facts.map(({ code }) => rich(`evidence.${code}`))) })}
    </p>
  );
}

/** Which formats it is; pressed, it says on what evidence, all of it. */
export function Evidence({ archive, image }: { archive: Archive; image: Image | undefined }): ReactNode {
  const { t, rich, list, formatNumber } = useI18n();
  const platform = platformText(image?.platform ?? null);
  const attestations = archive.artifacts.filter(({ kind }) => kind === 'attestation').length;
  const beside = (['attestations', 'artifacts', 'orphans'] as const).flatMap((kind) => {
    const count = { attestations, artifacts: archive.artifacts.length - attestations, orphans: archive.orphanCount }[
      kind
    ];
    return count === 0 ? [] : [rich(`beside.${kind}`, { count })];
  });
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
            {archive.evidence.length > 1 ? <p>{rich('identity.hybridMeans')}</p> : null}
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
            <Writer guess={archive.writer} />
            <p className="muted">
              {rich('identity.members', { count: archive.members.count })}
              {platform === '' ? null : (
                <>
                  {' · '}
                  <Code>{platform}</Code>
                </>
              )}
            </p>
            {beside.length > 0 ? <p className="muted">{rich('notices.beside', { things: list(beside) })}</p> : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Whose habits the archive shows, and which. */
function Writer({ guess }: { guess: WriterGuess | null }): ReactNode {
  const { rich } = useI18n();
  return (
    <>
      <h3>{rich('identity.writer')}</h3>
      {guess === null ? (
        <p>{rich('identity.writerUnknown')}</p>
      ) : (
        <>
          <p>{rich('identity.writerLooks', { writer: rich(`writer.${guess.writer}`) })}</p>
          <ul>
            {guess.traits.map((trait) => (
              <li key={trait}>
                <Icon name="check" size={12} />
                <span>{rich(`trait.${trait}`)}</span>
              </li>
            ))}
          </ul>
          <p className="muted">{rich('identity.writerGuess')}</p>
        </>
      )}
    </>
  );
}
