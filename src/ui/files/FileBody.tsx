import { useState, type ReactNode } from 'react';
import { LIMITS } from '../../core/limits';
import type { FileRef } from '../../core/model/fileBytes';
import { useI18n } from '../../i18n/i18n';
import { FileCertificates, FileElf } from './FileFacts';
import { FileHex } from './FileHex';
import { FileMembers } from './FileMembers';
import { FilePicture } from './FilePicture';
import { FileProgress } from './FileProgress';
import { FileText } from './FileText';
import type { FileReading, FileState } from './useFile';
import type { FileViewId } from './views';

interface Shown {
  readonly file: FileRef;
  readonly path: string;
  readonly state: Extract<FileState, { kind: 'read' }>;
  readonly reading: FileReading;
}

/** A file in one of its views. */
export function FileBody({ view, ...shown }: Shown & { readonly view: FileViewId | null }): ReactNode {
  const { file, path, state, reading } = shown;
  const { look, encoding } = state.glance;
  switch (view) {
    case null:
      return null;
    case 'text':
      return (
        <Growing {...shown}>
          {(onRows) => (
            <FileText
              path={path}
              bytes={state.bytes}
              encoding={encoding ?? 'latin1'}
              language={'language' in look ? look.language : 'plain'}
              onRows={onRows}
            />
          )}
        </Growing>
      );
    case 'hex':
      return <Growing {...shown}>{() => <FileHex path={path} bytes={state.bytes} />}</Growing>;
    case 'picture':
      return look.kind === 'picture' ? (
        <FilePicture path={path} file={file} look={look} reading={reading} state={state} />
      ) : null;
    case 'elf':
      return look.kind === 'elf' ? <FileElf look={look} /> : null;
    case 'certificates':
      return look.kind === 'certificates' ? <FileCertificates look={look} /> : null;
    case 'members':
      return <FileMembers file={file} path={path} />;
  }
}

/** With more rows, the page stands still while they are measured. */
const MOST_ROWS = 100_000;

/** The bytes that are read, and how to see more of them. */
function Growing({
  file,
  state,
  reading,
  children,
}: Shown & { readonly children: (onRows: (count: number) => void) => ReactNode }): ReactNode {
  const { rich, formatBytes } = useI18n();
  const [rows, setRows] = useState(0);
  const { bytes, more, failure, cut } = state;
  const shown = bytes.length;
  const isWhole = shown >= file.size || cut;
  const next = Math.min(file.size, shown * 2, LIMITS.fileShownBytes);
  const isMost = next <= shown || rows > MOST_ROWS;
  return (
    <>
      {children(setRows)}
      {isWhole ? null : (
        <div className="file-more">
          <span>
            {rich('inside.shown', {
              shown: <bdi>{formatBytes(shown)}</bdi>,
              size: <bdi>{formatBytes(file.size)}</bdi>,
            })}{' '}
            {isMost ? rich('inside.most') : null}
          </span>
          {failure ? (
            <span role="alert">{rich('inside.failed', { why: rich(`error.${failure.code}.title`) })}</span>
          ) : null}
          {more ? (
            <FileProgress progress={more.progress} onStop={reading.stop} />
          ) : isMost ? null : (
            <button type="button" className="button" onClick={() => reading.readTo(next)}>
              {rich('inside.more')}
            </button>
          )}
        </div>
      )}
    </>
  );
}
