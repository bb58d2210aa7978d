import { memo, type ReactNode } from 'react';
import type { ImageLayer } from '../../core/model/archive';
import type { Role } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { visible } from '../../i18n/visible';
import { Bytes } from '../common/Bytes';

interface RoleCellProps {
  readonly role: Role;
  /** Layers: 1 is the base. */
  readonly number: number | null;
  readonly layer: ImageLayer | null;
}

/** What a row is: its question, or the layer's number, stored size and the step that made it. */
export const RoleCell = memo(function RoleCell({ role, number, layer }: RoleCellProps): ReactNode {
  const { rich } = useI18n();
  if (number === null) {
    return (
      <div className="ladder-role" role="rowheader">
        {rich(`role.${role}`)}
      </div>
    );
  }
  const size = layer?.span?.length ?? null;
  const step = layer?.createdBy ?? null;
  return (
    <div className="ladder-role" role="rowheader">
      <span className="ladder-role-layer">
        <span>{rich('ladder.layer', { n: number })}</span>
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
});

/** A history step without the shell that every RUN goes through. */
function shortStep(step: string): string {
  return step
    .replace(/^\/bin\/sh -c #\(nop\)\s+/, '')
    .replace(/^\/bin\/sh -c /, 'RUN ')
    .replace(/^RUN \/bin\/sh -c /, 'RUN ')
    .replace(/\s+# buildkit$/, '')
    .trim();
}
