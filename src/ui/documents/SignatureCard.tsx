import type { ReactNode } from 'react';
import type { Schema1Facts, SignatureCheck, SignatureOutcome } from '../../core/model/schema1';
import type { Verdict } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr } from '../../i18n/isolates';
import { Digest } from '../common/Digest';
import { VerdictMark } from '../common/VerdictMark';
import { CardRow, DocumentCard } from './DocumentCard';
import { Schema1Steps } from './Schema1Steps';

const VERDICT: Readonly<Record<SignatureOutcome, Verdict>> = {
  valid: 'matches',
  invalid: 'mismatch',
  unknown: 'unknown',
};

/** What a registry calls a schema 1 manifest, what came of its signatures, and what that does and does not prove. */
export function SignatureCard({ facts }: { facts: Schema1Facts }): ReactNode {
  const { rich, formatNumber } = useI18n();
  const { payloadDigest, payloadSize, signatures } = facts;
  const holds = signatures.length > 0 && signatures.every(({ outcome }) => outcome === 'valid');
  return (
    <DocumentCard
      title={rich('signature.title')}
      rows={
        <>
          <CardRow name={rich('signature.payload')}>
            {payloadDigest === null ? (
              rich('signature.payloadUnknown')
            ) : (
              <>
                <Digest value={payloadDigest} full />
                <span className="small muted">
                  {signatures.length === 0
                    ? rich('signature.payloadUnsigned')
                    : rich('signature.payloadSigned', { size: <Ltr>{formatNumber(payloadSize ?? 0)}</Ltr> })}
                </span>
              </>
            )}
          </CardRow>
          {signatures.map((check, index) => (
            <CardRow key={`${index}`} name={rich('signature.number', { n: index + 1 })}>
              <Signature check={check} />
            </CardRow>
          ))}
          {holds ? (
            <CardRow name={rich('signature.proves')}>
              <span>{rich('signature.provesValid')}</span>
            </CardRow>
          ) : null}
          {signatures.length > 0 ? (
            <CardRow name={rich('signature.provesNot')}>
              <span>{rich('signature.provesNotWords')}</span>
            </CardRow>
          ) : null}
        </>
      }
    >
      {signatures.length === 0 ? <p>{rich('signature.none')}</p> : null}
      <Schema1Steps entries={facts.entries} />
    </DocumentCard>
  );
}

function Signature({ check }: { check: SignatureCheck }): ReactNode {
  const { rich } = useI18n();
  const { outcome, reason, algorithm, keyFrom, kid, fingerprint, time } = check;
  return (
    <>
      <span>
        <VerdictMark verdict={VERDICT[outcome]}>
          {rich(`signature.${outcome}`)}
          {reason === null ? null : <> ({rich(`signatureReason.${reason}`)})</>}
        </VerdictMark>
      </span>
      {algorithm === null ? null : (
        <span>
          {rich('signature.algorithm')} <Code>{algorithm}</Code>
        </span>
      )}
      {keyFrom === null ? null : (
        <span>
          {rich('signature.key')} {rich(`signature.keyFrom.${keyFrom}`)}
        </span>
      )}
      {kid === null ? null : (
        <span>
          <Code className="signature-key">{kid}</Code> <KeyName kid={kid} fingerprint={fingerprint} />
        </span>
      )}
      {time === null ? null : (
        <span>
          {rich('signature.time')} <Code>{time}</Code>{' '}
          <span className="small muted">{rich('signature.timeStated')}</span>
        </span>
      )}
    </>
  );
}

/** Whether a key's name is its own; nothing where the key could not be read. */
function KeyName({ kid, fingerprint }: { kid: string; fingerprint: string | null }): ReactNode {
  const { rich } = useI18n();
  if (fingerprint === null) return null;
  if (kid === fingerprint) return <span className="small muted">{rich('signature.keyNameTrue')}</span>;
  return (
    <VerdictMark verdict="mismatch">
      {rich('signature.keyNameFalse', { fingerprint: <Code>{fingerprint}</Code> })}
    </VerdictMark>
  );
}
