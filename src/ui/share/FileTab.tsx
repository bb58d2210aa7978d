import { useState, type ReactNode } from 'react';
import { failureOf } from '../../app/failure';
import { pageWith } from '../../app/ownPage';
import type { Workspace } from '../../app/state';
import type { ErrorCode } from '../../core/errors';
import { LIMITS } from '../../core/limits';
import type { HiddenKind, MadeSnapshot } from '../../core/model/snapshot';
import { useI18n } from '../../i18n/i18n';
import { withoutIsolates } from '../../i18n/visible';
import type { Answer } from '../common/useAnswer';
import { ExportControls } from '../common/ExportControls';
import { Icon } from '../common/Icon';
import { VerdictMark } from '../common/VerdictMark';
import { useServices } from '../context';
import { HideList } from './HideList';
import { reportMarkdown } from './reportMarkdown';

/** Where the host of the page has it as one file. */
const PAGE = 'tabaqa.html';

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
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const { name } = workspace.archive;
  const report = (extension: string, make: (json: string) => string): void => {
    setFailed(null);
    session.report().then(
      (json) => exporter.save(`${name}.report.${extension}`, make(json)),
      (error: unknown) => setFailed(failureOf(error).code),
    );
  };
  const failure = failed ?? snapshot.failure;
  return (
    <ExportControls>
      {failure === null ? null : (
        <p role="alert">
          <VerdictMark verdict="unknown">{rich('share.failed', { why: rich(`error.${failure}.title`) })}</VerdictMark>
        </p>
      )}
      <ul className="share-files">
        <HtmlFile name={name} snapshot={snapshot.value ?? null} snapshotHash={snapshotHash} />
        <li>
          <button
            type="button"
            className="button"
            disabled={!snapshot.value}
            onClick={() => snapshot.value && exporter.save(`${name}.snapshot.json`, snapshot.value.json)}
          >
            <Icon name="download" />
            {rich('share.file.snapshot')}
          </button>
          <span className="muted">{rich('share.file.snapshotWhy')}</span>
        </li>
        <li>
          <button type="button" className="button" onClick={() => report('json', (json) => json)}>
            <Icon name="download" />
            {rich('share.file.report')}
          </button>
          <span className="muted">{rich('share.file.reportWhy')}</span>
        </li>
        <li>
          <button
            type="button"
            className="button"
            onClick={() => report('md', (json) => withoutIsolates(reportMarkdown(json, i18n)))}
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

/** The page that is one file can save itself; the page of many files leads to it, because it fetches nothing. */
function HtmlFile({
  name,
  snapshot,
  snapshotHash,
}: {
  name: string;
  snapshot: MadeSnapshot | null;
  snapshotHash: string | null;
}): ReactNode {
  const { rich } = useI18n();
  const { ownPage, exporter } = useServices();
  if (ownPage) {
    return (
      <li>
        <button
          type="button"
          className="button"
          disabled={!snapshot}
          onClick={() => snapshot && exporter.save(`${name}.html`, pageWith(ownPage.text, snapshot.payload))}
        >
          <Icon name="download" />
          {rich('share.file.html')}
        </button>
        <span className="muted">{rich('share.file.htmlHere')}</span>
      </li>
    );
  }
  const fits = snapshotHash !== null && snapshotHash.length <= LIMITS.linkCharacters;
  return (
    <li>
      {fits ? (
        <a className="button" href={`${PAGE}${snapshotHash}`} target="_blank" rel="noopener">
          <Icon name="open" />
          {rich('share.file.html')}
        </a>
      ) : (
        <a className="button" href={PAGE} download>
          <Icon name="download" />
          {rich('share.file.page')}
        </a>
      )}
      <span className="muted">{rich(fits ? 'share.file.htmlThere' : 'share.file.htmlLong')}</span>
    </li>
  );
}
