import type { ReactNode } from 'react';
import type { CertificateLook, CertificatesLook, ElfLook } from '../../core/model/fileLook';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr } from '../../i18n/isolates';
import { Fact } from '../common/Fact';

/** What the header of an ELF file says. */
export function FileElf({ look }: { look: ElfLook }): ReactNode {
  const { rich } = useI18n();
  const { bits, order, type, machine, abi, interpreter, needed, go } = look;
  return (
    <dl className="file-facts-list">
      <Fact name={rich('inside.elf.form')}>
        <Code>{`ELF${bits} ${order === 'little' ? 'LSB' : 'MSB'} ${type}`}</Code>
      </Fact>
      <Fact name={rich('inside.elf.machine')}>
        <Code>{machine}</Code>
      </Fact>
      <Fact name={rich('inside.elf.abi')}>
        <Code>{abi}</Code>
      </Fact>
      <Fact name={rich('inside.elf.interpreter')}>
        {interpreter === null ? <span className="muted">{rich('inside.elf.static')}</span> : <Code>{interpreter}</Code>}
      </Fact>
      <Fact name={rich('inside.elf.needed')}>
        {needed === null ? (
          <span className="muted">{rich('inside.elf.unknown')}</span>
        ) : needed.length === 0 ? (
          <span className="muted">{rich('inside.none')}</span>
        ) : (
          needed.map((name, index) => <Code key={`${index}`}>{name}</Code>)
        )}
      </Fact>
      {go ? (
        <Fact name={rich('inside.elf.go')}>
          <Code>{go.version}</Code>
          {go.path === null ? null : <Code>{go.path}</Code>}
          {go.module === null ? null : <Code>{go.module}</Code>}
        </Fact>
      ) : null}
    </dl>
  );
}

/** What certificates say. */
export function FileCertificates({ look: { certificates, count } }: { look: CertificatesLook }): ReactNode {
  const { rich, formatNumber } = useI18n();
  return (
    <div className="file-certificates">
      <p className="small muted">
        {rich('inside.certificate.unchecked')}{' '}
        {certificates.length < count
          ? rich('inside.certificate.shown', { shown: formatNumber(certificates.length), count: formatNumber(count) })
          : null}
      </p>
      <ol>
        {certificates.map((certificate, index) => (
          <li key={`${index}`}>
            <Certificate certificate={certificate} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Certificate({ certificate }: { certificate: CertificateLook }): ReactNode {
  const { rich, formatNumber } = useI18n();
  const { subject, issuer, notBefore, notAfter, names, nameCount, serial, algorithm, keyBits, isAuthority } =
    certificate;
  const others = nameCount - names.length;
  return (
    <dl className="file-facts-list">
      <Fact name={rich('inside.certificate.subject')}>
        <Code>{subject}</Code>
      </Fact>
      <Fact name={rich('inside.certificate.issuer')}>
        {issuer === subject ? rich('inside.certificate.itself') : <Code>{issuer}</Code>}
      </Fact>
      <Fact name={rich('inside.certificate.valid')}>
        <Ltr>{`${notBefore ?? '?'} … ${notAfter ?? '?'}`}</Ltr>
      </Fact>
      {names.length > 0 ? (
        <Fact name={rich('inside.certificate.names')}>
          {names.map((name, index) => (
            <Code key={`${index}`}>{name}</Code>
          ))}
          {others > 0 ? <Ltr>{`+ ${formatNumber(others)}`}</Ltr> : null}
        </Fact>
      ) : null}
      <Fact name={rich('inside.certificate.key')}>
        <Code>{keyBits === null || algorithm.startsWith('EC') ? algorithm : `${algorithm} ${keyBits}`}</Code>
        {isAuthority ? <span>{rich('inside.certificate.authority')}</span> : null}
      </Fact>
      <Fact name={rich('inside.certificate.serial')}>
        <Code>{serial}</Code>
      </Fact>
    </dl>
  );
}
