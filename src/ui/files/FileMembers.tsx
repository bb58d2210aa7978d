import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useState, type ReactNode } from 'react';
import { failureOf, isCancelled } from '../../app/failure';
import type { Failure } from '../../app/state';
import type { Progress } from '../../core/model/facts';
import type { FileMembers as Members, FileRef } from '../../core/model/fileBytes';
import { memberAt } from '../../core/model/members';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { Icon } from '../common/Icon';
import { useServices } from '../context';
import { MemberName } from '../tables/MemberName';
import { modeText } from '../tables/memberText';
import { MOST_ROWS } from '../tables/useRowWindow';
import { FileProgress } from './FileProgress';
import { Scroller } from '../common/Scroller';

type Listed =
  | { readonly kind: 'reading'; readonly progress: Progress | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'listed'; readonly members: Omit<Members, 'checkpoints'> };

const ROW_HEIGHT = 30;
const OVERSCAN = 8;

/** What a tar in a layer lists. It is not opened further. */
export function FileMembers({ file, path }: { file: FileRef; path: string }): ReactNode {
  const { rich } = useI18n();
  const { session } = useServices();
  const [listed, setListed] = useState<Listed>({ kind: 'reading', progress: null });
  const [controller] = useState(() => new AbortController());
  useEffect(() => {
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, controller.signal]);
    const onProgress = (progress: Progress): void => setListed({ kind: 'reading', progress });
    session.membersOfFile(file, { signal, onProgress }).then(
      (members) => setListed({ kind: 'listed', members }),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        setListed(isCancelled(error) ? { kind: 'stopped' } : { kind: 'failed', failure: failureOf(error) });
      },
    );
    return () => stop.abort();
  }, [session, file, controller]);
  switch (listed.kind) {
    case 'reading':
      return <FileProgress progress={listed.progress} onStop={() => controller.abort()} />;
    case 'stopped':
      return <p role="status">{rich('inside.stopped')}</p>;
    case 'failed':
      return <p role="alert">{rich('inside.failed', { why: rich(`error.${listed.failure.code}.title`) })}</p>;
    case 'listed':
      return <MemberRows members={listed.members} path={path} />;
  }
}

function MemberRows({
  members: { entries, cut },
  path,
}: {
  members: Omit<Members, 'checkpoints'>;
  path: string;
}): ReactNode {
  const { t, rich, formatNumber } = useI18n();
  const [scroller, attach] = useState<HTMLElement | null>(null);
  // Nothing made of it is kept from one render to the next.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: Math.min(entries.count, MOST_ROWS),
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });
  return (
    <>
      <p className="small muted">{rich('inside.members.count', { count: entries.count })}</p>
      {cut ? (
        <p className="file-note" role="note">
          <Icon name="warning" /> <span>{rich('inside.members.cut')}</span>
        </p>
      ) : null}
      <Scroller className="members-scroll" attach={attach} label={t('inside.members', { path: path.slice(0, 200) })}>
        <ul className="text-rows" style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const { name, type, size, mode, link } = memberAt(entries, index);
            return (
              <li
                key={index}
                className="member-row"
                aria-setsize={entries.count}
                aria-posinset={index + 1}
                title={t('inside.members.place', { number: formatNumber(index + 1) })}
                style={{ transform: `translateY(${start}px)` }}
              >
                <span className="member-row-name">
                  <MemberName name={name} />
                  {link === '' ? null : (
                    <span className="muted">{rich('inside.members.link', { target: <Code>{link}</Code> })}</span>
                  )}
                </span>
                <span className="muted">{rich(`memberType.${type}`)}</span>
                <Code>{modeText(mode, type)}</Code>
                {type === 'file' ? <Bytes value={size} /> : <span />}
              </li>
            );
          })}
        </ul>
      </Scroller>
    </>
  );
}
