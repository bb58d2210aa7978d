import type { ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { HIDDEN_KINDS } from '../../core/model/snapshot';
import { fetchedFrom } from '../../core/model/source';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { useServices } from '../context';
import './SourceNote.css';

/** Says where bytes are when they are not all here: nowhere, for a snapshot; on a host, until they are asked for. */
export function SourceNote({ workspace }: { workspace: Workspace }): ReactNode {
  const { rich, formatBytes } = useI18n();
  const { session } = useServices();
  const { archive, measuring } = workspace;
  const { snapshot, source } = archive;
  if (snapshot) {
    const count = HIDDEN_KINDS.reduce((sum, kind) => sum + snapshot.hidden[kind], 0);
    return (
      <p className="source-note">
        <Icon name="info" />
        <span>
          {rich('snapshot.note')} {count > 0 ? rich('snapshot.hidden', { count }) : null}
        </span>
      </p>
    );
  }
  const from = fetchedFrom(source);
  if (from === null) return null;
  const isHeld = measuring.status === 'stopped';
  const left = measuring.bytesTotal - measuring.bytesDone;
  return (
    <p className="source-note">
      <Icon name="info" />
      <span>{rich('remote.note', { host: new URL(from).host })}</span>
      {isHeld && left > 0 ? (
        <button type="button" className="button" onClick={session.resume}>
          <span>{rich('remote.check', { size: formatBytes(left) })}</span>
        </button>
      ) : null}
    </p>
  );
}
