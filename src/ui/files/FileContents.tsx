import { useState, type ReactNode } from 'react';
import type { Member } from '../../core/model/members';
import type { FileRef } from '../../core/model/fileBytes';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { ExportControls } from '../common/ExportControls';
import { Segments } from '../common/Segments';
import { Icon } from '../common/Icon';
import { useSaves } from '../save/context';
import { MemberName } from '../tables/MemberName';
import { modeText, timeText } from '../tables/memberText';
import { FileBody } from './FileBody';
import { FileKind } from './FileKind';
import { FileProgress } from './FileProgress';
import { useFile, type FileState } from './useFile';
import { viewsOf, type FileViewId } from './views';
import './contents.css';

export interface FileContentsProps {
  /** What is shown: where its bytes are. */
  readonly file: FileRef;
  /** Its path in the image. */
  readonly path: string;
  /** What the layer's tar says of it; null when that is not known. */
  readonly entry: Member | null;
  /** Number of the layer that has the bytes, from 1. */
  readonly layer: number;
  /** Absent: it cannot be closed. */
  readonly onClose?: () => void;
}

/**
 * A file in a layer, looked into: its bytes as text, picture, facts, list or hexadecimal numbers. Nothing in it is run, followed or fetched. To be used
 * inside of `SaveProvider`, which saves it.
 */
export function FileContents(props: FileContentsProps): ReactNode {
  const { span, data, size } = props.file;
  return <Shown key={`${span.offset} ${data} ${size}`} {...props} />;
}

function Shown({ file, path, entry, layer, onClose }: FileContentsProps): ReactNode {
  const { t, rich, formatNumber } = useI18n();
  const { saver, toggle } = useSaves();
  const reading = useFile(file);
  const { state } = reading;
  const views = state.kind === 'read' ? viewsOf(state.glance) : [];
  const [wanted, setWanted] = useState<FileViewId | null>(null);
  const view = views.find((each) => each === wanted) ?? views[0] ?? null;
  return (
    <section className="file-contents" aria-label={t('inside.label', { path })}>
      <header>
        <h2>
          <MemberName name={path} />
        </h2>
        <p className="file-contents-facts">
          <Bytes value={file.size} />
          {entry ? (
            <>
              <Code>{modeText(entry.mode, entry.type)}</Code>
              <Ltr>{`${entry.uid}:${entry.gid}`}</Ltr>
              <Ltr>{timeText(entry.mtime) ?? ''}</Ltr>
            </>
          ) : null}
          {state.kind === 'read' ? <FileKind glance={state.glance} /> : null}
        </p>
        <div className="file-contents-tools">
          {views.length > 1 ? (
            <Segments
              label={t('inside.views')}
              choices={views}
              chosen={view}
              nameOf={(each) => rich(`inside.view.${each}`)}
              onChoose={setWanted}
            />
          ) : null}
          <ExportControls>
            <button
              type="button"
              className="button"
              title={t('inside.downloadWhy')}
              onClick={() => saver.start({ kind: 'file', file }, path)}
            >
              <Icon name="download" /> {rich('inside.download')}
            </button>
            <button
              type="button"
              className="button"
              title={t('inside.layerWhy')}
              onClick={() => toggle({ choice: 'stored', layer })}
            >
              <Icon name="save" /> {rich('inside.layer', { number: formatNumber(layer) })}
            </button>
          </ExportControls>
          {onClose ? (
            <button type="button" className="button" aria-label={t('inside.close')} onClick={onClose}>
              <Icon name="close" />
            </button>
          ) : null}
        </div>
      </header>
      {state.kind === 'read' ? (
        <>
          <Notes state={state} size={file.size} />
          <FileBody file={file} path={path} state={state} view={view} reading={reading} />
        </>
      ) : (
        <Unread state={state} onStop={reading.stop} onAgain={reading.again} />
      )}
    </section>
  );
}

function Unread({
  state,
  onStop,
  onAgain,
}: {
  state: Exclude<FileState, { kind: 'read' }>;
  onStop: () => void;
  onAgain: () => void;
}): ReactNode {
  const { rich } = useI18n();
  if (state.kind === 'reading') return <FileProgress progress={state.progress} onStop={onStop} />;
  return (
    <div className="file-note" role={state.kind === 'failed' ? 'alert' : 'status'}>
      <p>
        {state.kind === 'failed'
          ? rich('inside.failed', { why: rich(`error.${state.failure.code}.title`) })
          : rich('inside.stopped')}
      </p>
      <button type="button" className="button" onClick={onAgain}>
        {rich('inside.again')}
      </button>
    </div>
  );
}

/** What is unpacked in less than a moment needs no words. */
const UNPACKED_SAID = 1_000_000;

/** What is to be known before it is looked at: what it is not, how it was reached, and where it ends too early. */
function Notes({ state, size }: { state: Extract<FileState, { kind: 'read' }>; size: number }): ReactNode {
  const { rich, formatBytes } = useI18n();
  const { look } = state.glance;
  const { unpacked, begun, compression, isKept } = state.part;
  const how = begun > 0 ? 'inside.how.near' : isKept ? 'inside.how.start' : 'inside.how.always';
  const amounts = {
    unpacked: <bdi>{formatBytes(unpacked)}</bdi>,
    begun: <bdi>{formatBytes(begun)}</bdi>,
    compression: <Code>{compression}</Code>,
  };
  return (
    <>
      {look.kind === 'private-key' ? (
        <p className="file-note" role="note">
          <Icon name="lock" /> <span>{rich('inside.key', { label: <Code>{look.label}</Code> })}</span>
        </p>
      ) : look.kind === 'active-text' ? (
        <p className="file-note" role="note">
          <Icon name="lock" /> <span>{rich('inside.active')}</span>
        </p>
      ) : null}
      {state.cut ? (
        <p className="file-note" role="note">
          <Icon name="warning" />{' '}
          <span>
            {rich('inside.cut', {
              shown: <bdi>{formatBytes(state.bytes.length)}</bdi>,
              size: <bdi>{formatBytes(size)}</bdi>,
            })}
          </span>
        </p>
      ) : null}
      {unpacked >= UNPACKED_SAID ? <p className="small muted">{rich(how, amounts)}</p> : null}
    </>
  );
}
