import { Fragment, type ReactNode } from 'react';
import type { Contents, Meant, Provenance, Statement } from '../../core/model/contents';
import type { Verdict } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Code, Name } from '../../i18n/isolates';
import { Digest } from '../common/Digest';
import { VerdictMark } from '../common/VerdictMark';
import { Fact } from '../common/Fact';
import { SbomView } from './SbomView';

const VERDICTS: Readonly<Record<Meant, Verdict>> = { matches: 'matches', differs: 'mismatch', unknown: 'unknown' };

/** What a document inside an artifact says, and whether it is about what the artifact is attached to. */
export function ContentsView({ contents }: { contents: Contents }): ReactNode {
  const { rich, list } = useI18n();
  const { wrappers, signatures, statement, provenance, sbom, signed } = contents;
  return (
    <>
      {wrappers.length > 0 ? (
        <p className="small muted">
          {rich('contents.wrapped', {
            wrappers: list(wrappers.map((wrapper) => rich(`wrapper.${wrapper}`))),
            signatures,
          })}
        </p>
      ) : null}
      {statement ? <StatementView statement={statement} /> : null}
      {provenance ? <ProvenanceView provenance={provenance} /> : null}
      {sbom ? <SbomView sbom={sbom} /> : null}
      {signed ? (
        <dl className="artifact-facts">
          <Fact name={rich('contents.signedDigest')}>
            {signed.digest === null ? null : <Digest value={signed.digest} />}
            <MeantMark meant={signed.meant} />
          </Fact>
          <Fact name={rich('contents.reference')}>
            {signed.reference === null ? null : <Name>{signed.reference}</Name>}
          </Fact>
        </dl>
      ) : null}
    </>
  );
}

function MeantMark({ meant }: { meant: Meant }): ReactNode {
  const { rich } = useI18n();
  return <VerdictMark verdict={VERDICTS[meant]}>{rich(`meant.${meant}`)}</VerdictMark>;
}

function StatementView({ statement }: { statement: Statement }): ReactNode {
  const { rich, t } = useI18n();
  const { predicateType, subjects, subjectCount } = statement;
  return (
    <dl className="artifact-facts">
      <Fact name={rich('contents.predicateType')}>
        <Code>{predicateType}</Code>
      </Fact>
      <Fact name={rich('contents.subjects')}>
        {subjects.map(({ name, digests, meant }, index) => (
          <span key={`${index}`} className="contents-subject">
            <Name>{name}</Name>
            {digests.map((digest) => (
              <Digest key={digest} value={digest} />
            ))}
            <MeantMark meant={meant} />
          </span>
        ))}
        {subjectCount > subjects.length ? t('attached.more', { count: subjectCount - subjects.length }) : null}
      </Fact>
    </dl>
  );
}

const MATERIALS_SHOWN = 10;

function ProvenanceView({ provenance }: { provenance: Provenance }): ReactNode {
  const { rich, t, formatNumber } = useI18n();
  const { materials, materialCount } = provenance;
  const facts = (
    ['builder', 'buildType', 'source', 'entryPoint', 'invocation', 'started', 'finished'] as const
  ).flatMap((field) => (provenance[field] === null ? [] : [[field, provenance[field]] as const]));
  return (
    <dl className="artifact-facts">
      {facts.map(([field, value]) => (
        <Fact key={field} name={rich(`provenance.${field}`)}>
          <Code>{value}</Code>
        </Fact>
      ))}
      {provenance.builder === null ? (
        <Fact name={rich('provenance.builder')}>
          <span className="muted">{rich('provenance.noBuilder')}</span>
        </Fact>
      ) : null}
      <Fact name={rich('provenance.materials')}>
        <span>{formatNumber(materialCount)}</span>
        {materials.slice(0, MATERIALS_SHOWN).map(({ uri, digest }, index) => (
          <Fragment key={`${index}`}>
            <Code>{uri}</Code>
            {digest === null ? null : <Digest value={digest} />}
          </Fragment>
        ))}
        {materialCount > MATERIALS_SHOWN ? t('attached.more', { count: materialCount - MATERIALS_SHOWN }) : null}
      </Fact>
    </dl>
  );
}
