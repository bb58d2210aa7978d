import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import type { ToolWords } from '../../i18n/toolWords';
import './ToolsSay.css';

/** What tools make of something, in their own words, and whether that was tried or read; nothing where it is not known. */
export function ToolsSay({
  tools,
  isHeaded = true,
}: {
  tools: readonly ToolWords[];
  /** Under a heading of its own. */
  isHeaded?: boolean;
}): ReactNode {
  const { rich } = useI18n();
  if (tools.length === 0) return null;
  return (
    <div className="tools-say">
      {isHeaded ? <h3>{rich('integrity.tools')}</h3> : null}
      <ul>
        {tools.map(({ tool, words, source }) => (
          <li key={tool}>
            {words === null ? (
              rich('integrity.accepts', { tool: <Code>{tool}</Code> })
            ) : (
              <>
                {rich('integrity.refuses', { tool: <Code>{tool}</Code> })} <Code>{words}</Code>
              </>
            )}{' '}
            <span className="small muted">
              {source === null
                ? rich('integrity.tried')
                : rich('integrity.bySource', {
                    project: <Code>{source.project}</Code>,
                    file: <Code>{source.file}</Code>,
                  })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
