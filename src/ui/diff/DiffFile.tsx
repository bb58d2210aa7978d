import { useEffect, useState, type ReactNode } from 'react';
import { failureOf } from '../../app/failure';
import type { ErrorCode } from '../../core/errors';
import type { FileColumns, ImageDiff } from '../../core/model/imageDiff';
import { MEMBER_TYPES } from '../../core/model/members';
import type { TextDiff } from '../../core/model/textDiff';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr, Path } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { Icon } from '../common/Icon';
import { useServices } from '../context';
import { modeText, timeText } from '../tables/memberText';
import { DiffText } from './DiffText';
import type { DiffRow } from './diffRow';
import { DiffScroll } from './DiffScroll';

type Shown = { readonly text: TextDiff } | { readonly failure: ErrorCode } | null;

/** One path of both images: what each says of it, and the lines in which it differs. */
export function DiffFile({ diff, row, onClose }: { diff: ImageDiff; row: DiffRow; onClose: () => void }): ReactNode {
  const { t, rich } = useI18n();
  const { comparison } = useServices();
  const [shown, setShown] = useState<Shown>(null);
  const { a, b } = diff.files;
  const isFile = [a, b].every(
    (side) => (side.row[row.row] ?? -1) < 0 || MEMBER_TYPES[side.type[row.row] ?? 0] === 'file',
  );
  const hasContent =
    isFile && (row.state !== 'same' || row.isUnread) && (row.aspects.includes('content') || row.state !== 'changed');
  useEffect(() => {
    if (!hasContent) return undefined;
    const cancel = new AbortController();
    comparison.diffFiles(row.row, cancel.signal).then(
      (text) => cancel.signal.aborted || setShown({ text }),
      (error: unknown) => cancel.signal.aborted || setShown({ failure: failureOf(error).code }),
    );
    return () => cancel.abort();
  }, [comparison, row.row, hasContent]);
  return (
    <section className="diff-file" aria-label={row.path}>
      <header>
        <h3>
          <Path>{row.path}</Path>
        </h3>
        <button type="button" className="button" aria-label={t('diff.closeFile')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <DiffScroll label={t('diff.facts')}>
        <table className="diff-table">
          <thead>
            <tr>
              <th scope="col">{rich('diff.image')}</th>
              <th scope="col">{rich('diff.mode')}</th>
              <th scope="col">{rich('diff.owner')}</th>
              <th scope="col">{rich('diff.time')}</th>
              <th scope="col">{rich('diff.size')}</th>
            </tr>
          </thead>
          <tbody>
            {row.state === 'only-b' ? null : <Facts name={rich('diff.a')} columns={a} row={row.row} />}
            {row.state === 'only-a' ? null : <Facts name={rich('diff.b')} columns={b} row={row.row} />}
          </tbody>
        </table>
      </DiffScroll>
      {!isFile ? null : !hasContent ? (
        <p>{rich('diff.text.same')}</p>
      ) : shown === null ? (
        <p role="status">{rich('diff.text.working')}</p>
      ) : 'failure' in shown ? (
        <p role="alert">{rich('diff.text.failed', { why: rich(`error.${shown.failure}.title`) })}</p>
      ) : (
        <DiffText diff={shown.text} />
      )}
    </section>
  );
}

function Facts({ name, columns, row }: { name: ReactNode; columns: FileColumns; row: number }): ReactNode {
  const type = MEMBER_TYPES[columns.type[row] ?? 0] ?? 'other';
  const time = columns.mtime[row] ?? 0;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Code>{modeText(columns.mode[row] ?? 0, type)}</Code>
      </td>
      <td>
        <Ltr>{`${columns.uid[row] ?? 0}:${columns.gid[row] ?? 0}`}</Ltr>
      </td>
      <td>
        <Code>{timeText(time) ?? `${time}`}</Code>
      </td>
      <td>
        <Bytes value={columns.size[row] ?? 0} />
      </td>
    </tr>
  );
}
