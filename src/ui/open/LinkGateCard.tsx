import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import type { GateState } from '../../app/linkGate';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr } from '../../i18n/isolates';
import { Icon } from '../common/Icon';
import { ProgressBar } from '../common/ProgressBar';
import { VerdictMark } from '../common/VerdictMark';
import { useServices } from '../context';
import { TopBar } from '../shell/TopBar';
import { FileButton } from './FileButton';
import './LinkGateCard.css';

/** Hexadecimal digits of a digest that are shown of two that differ. */
const DIGITS = 12;

/** What a link waits for; null when it waits for nothing. */
export function useGate(): GateState | null {
  const { gate } = useServices().navigation;
  return useSyncExternalStore(gate.subscribe, gate.getState);
}

/** Before a link opens anything: it is about a file of which a copy is needed, or about one on a host that may be read or not. */
export function LinkGateCard({ gate }: { gate: GateState }): ReactNode {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // Nothing has the focus yet: what is asked for has it.
    if (document.activeElement !== document.body) return;
    card.current?.querySelector<HTMLElement>('.link-gate-actions input, .link-gate-actions button')?.focus();
  }, []);
  return (
    <>
      <TopBar />
      <main ref={card} className="link-gate">
        {gate.kind === 'file' ? <FileGate gate={gate} /> : <UrlGate gate={gate} />}
      </main>
    </>
  );
}

function shortDigest(digest: string): string {
  return digest.replace('sha256:', '').slice(0, DIGITS);
}

function FileGate({ gate: { link, check } }: { gate: Extract<GateState, { kind: 'file' }> }): ReactNode {
  const { rich, t, formatBytes } = useI18n();
  const { navigation } = useServices();
  const { name, digest, size } = link;
  return (
    <>
      <h1>{rich('gate.file.title', { name, size: formatBytes(size), digest: shortDigest(digest) })}</h1>
      <p>{rich('gate.file.line')}</p>
      <p className="link-gate-address">
        <Code>{digest}</Code>
      </p>
      {check.kind === 'checking' ? (
        <div className="link-gate-check">
          <p>{rich('gate.file.checking', { name: check.name })}</p>
          <ProgressBar label={t('gate.file.checking', { name: check.name })} done={check.done} total={check.total} />
          <p className="muted">
            {rich('opening.progress', { done: formatBytes(check.done), total: formatBytes(check.total) })}
          </p>
          <button type="button" className="button" onClick={navigation.gate.cancelCheck}>
            {rich('app.cancel')}
          </button>
        </div>
      ) : (
        <>
          <div role="alert">
            <Refusal link={digest} check={check} />
          </div>
          <p className="link-gate-actions">
            <FileButton primary>{rich('app.open')}</FileButton>
            {check.kind === 'differs' ? (
              <button type="button" className="button" onClick={navigation.gate.openAnyway}>
                {rich('gate.file.anyway')}
              </button>
            ) : null}
            <button type="button" className="button" onClick={navigation.close}>
              {rich('app.cancel')}
            </button>
          </p>
        </>
      )}
      <Privacy />
    </>
  );
}

type Check = Exclude<Extract<GateState, { kind: 'file' }>['check'], { kind: 'checking' }>;

function Refusal({ link, check }: { link: string; check: Check }): ReactNode {
  const { rich } = useI18n();
  switch (check.kind) {
    case 'waiting':
      return null;
    case 'folder':
      return <VerdictMark verdict="unknown">{rich('gate.file.folder')}</VerdictMark>;
    case 'failed':
      return (
        <VerdictMark verdict="unknown">
          {rich('gate.file.failed', { why: rich(`error.${check.failure.code}.title`) })}
        </VerdictMark>
      );
    case 'differs': {
      const { name, digest } = check;
      return (
        <>
          <p>
            <VerdictMark verdict="mismatch">{rich('gate.file.differs')}</VerdictMark>
          </p>
          <p>{rich('gate.file.differsLine', { digest: shortDigest(link), own: shortDigest(digest), name })}</p>
        </>
      );
    }
  }
}

function UrlGate({ gate: { url, host, tokens, status } }: { gate: Extract<GateState, { kind: 'url' }> }): ReactNode {
  const { rich } = useI18n();
  const { navigation } = useServices();
  const also = tokens === null ? null : new URL(tokens).host;
  return (
    <>
      <h1>{also === null ? rich('gate.url.title', { host }) : rich('gate.token.title', { tokens: also })}</h1>
      <p>{also === null ? rich('gate.url.line') : rich('gate.token.line', { host, tokens: also })}</p>
      <p className="link-gate-address">
        <span className="muted">{rich('gate.url.address')}</span> <Code>{url}</Code>
      </p>
      {tokens === null ? null : (
        <p className="link-gate-address">
          <span className="muted">{rich('gate.token.address')}</span> <Code>{tokens}</Code>
        </p>
      )}
      <div role="alert">
        {status === 'impossible' ? <VerdictMark verdict="unknown">{rich('gate.url.impossible')}</VerdictMark> : null}
      </div>
      <p className="link-gate-actions">
        {status === 'impossible' ? (
          <>
            <FileButton primary>{rich('app.open')}</FileButton>
            <a className="button" href={url} target="_blank" rel="noopener noreferrer">
              {rich('gate.url.download')}
            </a>
          </>
        ) : (
          <button type="button" className="button primary" onClick={navigation.gate.agree}>
            {also === null
              ? rich('gate.url.open', { host: <Ltr>{host}</Ltr> })
              : rich('gate.token.open', { host: <Ltr>{host}</Ltr>, tokens: <Ltr>{also}</Ltr> })}
          </button>
        )}
        <button type="button" className="button" onClick={navigation.close}>
          {rich('app.cancel')}
        </button>
      </p>
    </>
  );
}

function Privacy(): ReactNode {
  const { rich } = useI18n();
  return (
    <p className="link-gate-privacy muted">
      <Icon name="lock" />
      <span>{rich('landing.privacy')}</span>
    </p>
  );
}
