import type { ReactNode } from 'react';
import type { FileChange } from '../../core/model/fileTree';
import { useI18n } from '../../i18n/i18n';

const SIGN: Readonly<Record<FileChange, string>> = {
  added: '+',
  changed: '~',
  repeated: '=',
  removed: '–',
  implied: '·',
};

/** What a layer did to a path, as sign and word. */
export function ChangeMark({ change }: { change: FileChange }): ReactNode {
  const { rich } = useI18n();
  return (
    <span className="file-change" data-change={change}>
      <span className="file-sign" aria-hidden="true">
        {SIGN[change]}
      </span>
      {rich(`fileChange.${change}`)}
    </span>
  );
}
