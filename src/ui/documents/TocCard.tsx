import type { ReactNode } from 'react';
import type { LayerToc } from '../../core/model/toc';
import { judgeToc } from '../../core/verify/toc';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { Digest } from '../common/Digest';
import { Icon } from '../common/Icon';
import { VerdictMark } from '../common/VerdictMark';
import { CardRow, DocumentCard } from './DocumentCard';
import type { TocFacts } from './tocOf';

type Judged = ReturnType<typeof judgeToc>['digest'];

/** What a layer's table of contents is for, where it is, what it lists, and whether the layer's descriptor vouches for it. */
export function TocCard({ facts }: { facts: TocFacts }): ReactNode {
  const { rich } = useI18n();
  const { number, toc, claims, measurement } = facts;
  const { kind, footer, version, storedDigest, problem } = toc;
  const judged = judgeToc(claims, measurement);
  return (
    <DocumentCard
      title={rich('toc.title')}
      rows={
        <>
          <CardRow name={rich('toc.layer')}>
            <span>{rich('subject.layer', { number })}</span>
            <span>{rich(`tocFooter.${footer}`)}</span>
            {version === null ? null : <span>{rich('toc.version', { version })}</span>}
          </CardRow>
          <Place toc={toc} />
          <Entries toc={toc} />
          {judged.digest ? (
            <CardRow name={rich('toc.digest')}>
              <Agreement judged={judged.digest} />
            </CardRow>
          ) : null}
          {kind === 'zstd-chunked' && storedDigest !== null ? (
            <CardRow name={rich('toc.storedDigest')}>
              <Digest value={storedDigest} />
              <Agreement judged={judged.storedDigest} />
            </CardRow>
          ) : null}
          <TarSplit toc={toc} />
        </>
      }
    >
      {judged.digest || judged.storedDigest ? null : <p>{rich('toc.notAnnotated')}</p>}
      {problem === null ? null : (
        <p className="document-problem" role="note">
          <Icon name="warning" />{' '}
          <span>{rich(`tocProblem.${problem}`, { version: version === null ? 'none' : `${version}` })}</span>
        </p>
      )}
      <p>{rich(`toc.purpose.${kind}`)}</p>
    </DocumentCard>
  );
}

function Place({ toc: { at, size } }: { toc: LayerToc }): ReactNode {
  const { rich, formatNumber } = useI18n();
  if (!at) return null;
  const values = {
    stored: <Bytes value={at.length} />,
    offset: formatNumber(at.offset),
    size: <Bytes value={size ?? 0} />,
  };
  return (
    <CardRow name={rich('toc.place')}>
      <span>{rich('toc.placeWords', values)}</span>
    </CardRow>
  );
}

function Entries({ toc: { entries, types } }: { toc: LayerToc }): ReactNode {
  const { rich, formatNumber } = useI18n();
  if (entries === null) return null;
  return (
    <CardRow name={rich('toc.entries')}>
      <strong>{formatNumber(entries)}</strong>
      {types.map(({ type, count }) => (
        <span key={type} dir="ltr">
          <Code>{type}</Code> {formatNumber(count)}
        </span>
      ))}
    </CardRow>
  );
}

function TarSplit({ toc: { tarSplit } }: { toc: LayerToc }): ReactNode {
  const { rich, formatNumber } = useI18n();
  if (!tarSplit?.at) return null;
  const { at, digest, claimed } = tarSplit;
  const values = { stored: <Bytes value={at.length} />, offset: formatNumber(at.offset) };
  return (
    <CardRow name={rich('toc.tarSplit')}>
      <span>{rich('toc.tarSplitWords', values)}</span>
      {digest === null || claimed === null ? null : (
        <VerdictMark verdict={digest === claimed ? 'matches' : 'mismatch'} />
      )}
    </CardRow>
  );
}

/** Whether an annotation of the layer says the same. */
function Agreement({ judged }: { judged: Judged }): ReactNode {
  const { rich } = useI18n();
  if (!judged) return null;
  const { verdict, reason, claimed } = judged;
  const differs = verdict === 'mismatch' ? rich('toc.differs', { digest: <Code>{claimed}</Code> }) : undefined;
  return (
    <VerdictMark verdict={verdict} reason={reason}>
      {verdict === 'matches' ? rich('toc.annotated') : differs}
    </VerdictMark>
  );
}
