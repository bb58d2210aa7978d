import { useState, type ReactNode } from 'react';
import { failureOf } from '../../app/failure';
import { placeHash } from '../../app/place';
import type { Workspace } from '../../app/state';
import type { ErrorCode } from '../../core/errors';
import type { HiddenKind, MadeSnapshot } from '../../core/model/snapshot';
import { useI18n } from '../../i18n/i18n';
import { withoutIsolates } from '../../i18n/visible';
import type { Answer } from '../common/useAnswer';
import { ExportControls } from '../common/ExportControls';
import { Icon } from '../common/Icon';
import { VerdictMark } from '../common/VerdictMark';
import { useServices, useView } from '../context';
import { HideList } from './HideList';
import { HtmlFiles } from './HtmlFiles';
import { reportMarkdown } from './reportMarkdown';

interface FileTabProps {
  readonly workspace: Workspace;
  readonly snapshot: Answer<MadeSnapshot>;
  /** The part of a link to the snapshot after the page's address; null until it is made. */
  readonly snapshotHash: string | null;
  readonly hide: readonly HiddenKind[];
  readonly onHide: (hide: readonly HiddenKind[]) => void;
}

/** What is on screen as files: the page with a snapshot in it, the snapshot, reports. */
export function FileTab({ workspace, snapshot, snapshotHash, hide, onHide }: FileTabProps): ReactNode {
  const i18n = useI18n();
  const { rich } = i18n;
  const { session, exporter } = useServices();
  const { view } = useView();
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const { name } = workspace.archive;
  const save = (file: string, make: Promise<string | Blob>): void => {
    setFailed(null);
    make.then(
      (content) => exporter.save(file, content),
      (error: unknown) => setFailed(failureOf(error).code),
    );
  };
  /** With where to look: a file has no address that says it. */
  const made = (): Promise<MadeSnapshot> => session.snapshot(hide, placeHash(view));
  const failure = failed ?? snapshot.failure;
  return (
    <ExportControls>
      {failure === null ? null : (
        <p role="alert">
          <VerdictMark verdict="unknown">{rich('share.failed', { why: rich(`error.${failure}.title`) })}</VerdictMark>
        </p>
      )}
      <ul className="share-files">
        <HtmlFiles
          workspace={workspace}
          save={save}
          payload={() => made().then(({ payload }) => payload)}
          snapshotHash={snapshotHash}
        />
        <li>
          <button
            type="button"
            className="button"
            disabled={!snapshot.value}
            onClick={() =>
              save(
                `${name}.snapshot.json`,
                made().then(({ json }) => json),
              )
            }
          >
            <Icon name="download" />
            {rich('share.file.snapshot')}
          </button>
          <span className="muted">{rich('share.file.snapshotWhy')}</span>
        </li>
        <li>
          <button type="button" className="button" onClick={() => save(`${name}.report.json`, session.report())}>
            <Icon name="download" />
            {rich('share.file.report')}
          </button>
          <span className="muted">{rich('share.file.reportWhy')}</span>
        </li>
        <li>
          <button
            type="button"
            className="button"
            onClick={() =>
              save(
                `${name}.report.md`,
                session.report().then((json) => withoutIsolates(reportMarkdown(json, i18n))),
              )
            }
          >
            <Icon name="download" />
            {rich('share.file.markdown')}
          </button>
          <span className="muted">{rich('share.file.markdownWhy')}</span>
        </li>
      </ul>
      <HideList hide={hide} counts={snapshot.value?.counts ?? null} onHide={onHide} />
      <p className="muted small">{rich('share.file.pictures')}</p>
    </ExportControls>
  );
}
