import { useMemo, useState, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import type { Diagnostic } from '../../core/errors';
import { LIMITS } from '../../core/limits';
import { en, type MessageId } from '../../i18n/en';
import { useI18n } from '../../i18n/i18n';
import { Code, Path } from '../../i18n/isolates';
import { reasonMessage } from '../../i18n/reasons';
import { toolsOfDiagnostic } from '../../i18n/toolWords';
import { Icon } from '../common/Icon';
import type { IconName } from '../common/icons';
import { ToolsSay } from '../common/ToolsSay';
import { noticeValues, otherDetails } from './noticeDetails';
import './Notices.css';

const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Diagnostic['severity'][];
const ICON: Readonly<Record<Diagnostic['severity'], IconName>> = { error: 'error', warning: 'warning', info: 'info' };

/** What is odd about the file, behind one line with the counts; nothing when nothing is. */
export function Notices({ workspace }: { workspace: Workspace }): ReactNode {
  const { rich, formatNumber } = useI18n();
  const { archive, measuring } = workspace;
  const [isOpen, setOpen] = useState(false);
  const diagnostics = useMemo(() => {
    const measured = [...measuring.spans.values()].flatMap((state) =>
      state.kind === 'measured' ? state.measurement.diagnostics : [],
    );
    return [...archive.diagnostics, ...measured];
  }, [archive, measuring.spans]);
  if (diagnostics.length === 0) return null;
  const sorted = SEVERITIES.flatMap((severity) => diagnostics.filter((each) => each.severity === severity));
  return (
    <details className="notices" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {SEVERITIES.map((severity) => {
          const count = diagnostics.filter((each) => each.severity === severity).length;
          if (count === 0) return null;
          return (
            <span key={severity} className="notices-count" data-severity={severity}>
              <Icon name={ICON[severity]} />
              {formatNumber(count)} {rich(`severity.${severity}`)}
            </span>
          );
        })}
        <span className="notices-title">{rich('notices.title')}</span>
        <Icon name="chevron" />
      </summary>
      {isOpen ? (
        <ul>
          {sorted.slice(0, LIMITS.noticesShown).map((each, index) => (
            <Notice key={`${index}`} diagnostic={each} />
          ))}
          {sorted.length > LIMITS.noticesShown ? (
            <li className="muted">{rich('notices.more', { count: sorted.length - LIMITS.noticesShown })}</li>
          ) : null}
        </ul>
      ) : null}
    </details>
  );
}

function Notice({ diagnostic }: { diagnostic: Diagnostic }): ReactNode {
  const { rich, formatNumber, container } = useI18n();
  const { code, severity, path, offset, layer, details } = diagnostic;
  const values = noticeValues(details, formatNumber);
  const reason = reasonMessage(code, details);
  const others = otherDetails(diagnostic);
  return (
    <li data-severity={severity}>
      <Icon name={ICON[severity]} />
      <div>
        <p>
          <strong>{rich(`diagnostic.${code}`)}</strong>
          {path === undefined ? null : (
            <>
              {' '}
              <Path>{path}</Path>
            </>
          )}
          {layer === undefined ? null : (
            <>
              {' '}
              <span className="muted">{rich('notices.inLayer')}</span> <Path>{layer}</Path>
            </>
          )}
          {offset === undefined || (container !== 'tar' && layer === undefined) ? null : (
            <span className="muted"> {rich('notices.at', { offset: formatNumber(offset) })}</span>
          )}
        </p>
        <p>
          {reason === null ? null : rich(reason, values)} {rich(whyOf(diagnostic), values)}
        </p>
        <p>
          <span className="muted">
            {rich('integrity.todo')}
            {rich('list.colon')}
          </span>
          {rich(`diagnostic.${code}.todo`)}
        </p>
        {layer === undefined ? <ToolsSay tools={toolsOfDiagnostic(code)} /> : null}
        {others === '' ? null : (
          <p className="muted">
            <Code>{others}</Code>
          </p>
        )}
      </div>
    </li>
  );
}

/** What is said of an archive's members is not always true of a layer's. */
function whyOf({ code, layer }: Diagnostic): MessageId {
  const inLayer = `inLayer.${code}.why`;
  return layer !== undefined && isMessage(inLayer) ? inLayer : `diagnostic.${code}.why`;
}

const isMessage = (id: string): id is MessageId => Object.hasOwn(en, id);
