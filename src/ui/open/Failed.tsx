import type { ReactNode } from 'react';
import { parseSourceLink } from '../../app/sourceLink';
import type { SessionState } from '../../app/state';
import { useI18n } from '../../i18n/i18n';
import { Code, Name } from '../../i18n/isolates';
import { reasonMessage } from '../../i18n/reasons';
import { CopyTextButton } from '../common/CopyTextButton';
import { useView } from '../context';
import { TopBar } from '../shell/TopBar';
import { failureDetails, sawKind } from './failureDetails';
import './Failed.css';
import { FileButton, FolderButton } from './FileButton';
import { SampleGallery } from './SampleGallery';
import { RegistryWay } from './RegistryWay';
import { SaveCommands } from './SaveCommands';

/** Details that have words of their own. */
const TOLD: ReadonlySet<string> = new Set(['kind', 'size', 'count', 'names', 'why', 'unsafe']);

/** Nothing can be shown: what we saw, what it means, what to do. */
export function Failed({ state }: { state: Extract<SessionState, { kind: 'failed' }> }): ReactNode {
  const { name, container, size, failure } = state;
  const { rich, formatBytes } = useI18n();
  const { view } = useView();
  const link = view.src === null ? null : parseSourceLink(view.src);
  const isEmbedded = view.mode === 'embed';
  const { code, details } = failure;
  const kind = sawKind(details);
  const values = { ...details, kind: details['kind'] ?? '' };
  const reason = reasonMessage(code, details);
  return (
    <>
      <TopBar>
        <Name className="failed-name">{name}</Name>
      </TopBar>
      <main className="failed">
        <div role="alert">
          <h1>{rich(`error.${code}.title`)}</h1>
        </div>
        <dl>
          <dt>{rich('failed.saw')}</dt>
          <dd>
            {container === 'folder'
              ? rich('failed.folder', { name })
              : rich('failed.size', { size: formatBytes(size), name })}
            {kind === null ? null : <>: {rich(`kind.${kind}`)}</>}
            {details['names'] === undefined ? null : (
              <p>
                {rich('failed.members', {
                  count: Number(details['count'] ?? 0),
                  names: <Code>{String(details['names'])}</Code>,
                })}
              </p>
            )}
            <ul className="failed-details">
              {Object.entries(details)
                .filter(([key]) => !TOLD.has(key))
                .map(([key, value]) => (
                  <li key={key}>
                    <Code>{`${key}: ${value}`}</Code>
                  </li>
                ))}
            </ul>
          </dd>
          <dt>{rich('failed.means')}</dt>
          <dd>
            {rich(`error.${code}.meaning`, values)} {reason === null ? null : rich(reason, values)}
          </dd>
          <dt>{rich('failed.todo')}</dt>
          <dd>
            {state.source.kind === 'registry' && code !== 'registry-differs' ? (
              <RegistryWay reference={state.source.reference} />
            ) : (
              rich(`error.${code}.todo`, values)
            )}
          </dd>
        </dl>
        <p className="failed-actions">
          {isEmbedded ? null : (
            <>
              <FileButton primary>{rich('app.openAnother')}</FileButton>
              <FolderButton />
            </>
          )}
          {link?.kind === 'url' ? (
            <a className="button" href={link.url} target="_blank" rel="noopener noreferrer">
              {rich('gate.url.download')}
            </a>
          ) : null}
          <CopyTextButton text={failureDetails(name, size, failure)}>{rich('failed.copy')}</CopyTextButton>
        </p>
        {isEmbedded ? null : (
          <>
            <section>
              <h2>{rich('failed.commands')}</h2>
              <SaveCommands />
            </section>
            <section>
              <h2>{rich('landing.samples')}</h2>
              <SampleGallery />
            </section>
          </>
        )}
      </main>
    </>
  );
}
