import type { ReactNode } from 'react';
import type { Row } from '../../core/compare/rows';
import type { ImageLayer } from '../../core/model/archive';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { visible } from '../../i18n/visible';
import { Bytes } from '../common/Bytes';

/** What a row is: its question, or the layer's number, stored size and the step that made it. */
export function RoleCell({ row, layer }: { row: Row; layer: ImageLayer | null }): ReactNode {
  const { rich } = useI18n();
  if (row.number === null) {
    return (
      <div className="ladder-role" role="rowheader">
        {rich(`role.${row.role}`)}
      </div>
    );
  }
  const size = layer?.span?.length ?? null;
  const step = layer?.createdBy ?? null;
  return (
    <div className="ladder-role" role="rowheader">
      <span className="ladder-role-layer">
        <span>{rich('ladder.layer', { n: row.number })}</span>
        {size === null ? null : <Bytes value={size} className="small" />}
      </span>
      {step === null ? (
        <span className="small">{rich('ladder.noHistory')}</span>
      ) : (
        <span className="ladder-role-step" dir="ltr" title={visible(step)}>
          <Code>{shortStep(step)}</Code>
        </span>
      )}
    </div>
  );
}

/** A history step without the shell that every RUN goes through. */
function shortStep(step: string): string {
  return step
    .replace(/^\/bin\/sh -c #\(nop\)\s+/, '')
    .replace(/^\/bin\/sh -c /, 'RUN ')
    .replace(/^RUN \/bin\/sh -c /, 'RUN ')
    .replace(/\s+# buildkit$/, '')
    .trim();
}
