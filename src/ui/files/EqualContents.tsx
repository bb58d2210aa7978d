import { useEffect, useRef, useState, type ReactNode } from 'react';
import { failureOf, isCancelled } from '../../app/failure';
import type { ImageFiles } from '../../app/state';
import type { ErrorCode } from '../../core/errors';
import type { Duplicates, EqualFiles } from '../../core/model/duplicates';
import type { Progress } from '../../core/model/facts';
import { pathOfNode, type FileTree } from '../../core/model/fileTree';
import { useI18n } from '../../i18n/i18n';
import { ListingButtons } from '../common/ListingButtons';
import { useServices, useView } from '../context';
import { MemberName } from '../tables/MemberName';
import { equalListing } from './equalListing';
import { FileProgress } from './FileProgress';

/** Groups, and copies of one, that are listed. */
const GROUPS_SHOWN = 100;
const COPIES_SHOWN = 20;

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly progress: Progress | null }
  | { readonly kind: 'found'; readonly of: ImageFiles; readonly found: Duplicates }
  | { readonly kind: 'failed'; readonly failure: ErrorCode };

/** Files with the same bytes, under whatever path and in whatever layer; looked for when asked. `name` is the archive's, for downloads. */
export function EqualContents({ name, files }: { name: string; files: ImageFiles }): ReactNode {
  const { t, rich, formatBytes, list, formatNumber } = useI18n();
  const { session } = useServices();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const work = useRef<AbortController | null>(null);
  useEffect(() => () => work.current?.abort(), []);
  const stop = (): void => {
    work.current?.abort();
    setState({ kind: 'idle' });
  };
  const start = (): void => {
    const cancel = new AbortController();
    work.current = cancel;
    setState({ kind: 'working', progress: null });
    const onProgress = (progress: Progress): void => {
      if (!cancel.signal.aborted) setState({ kind: 'working', progress });
    };
    session.duplicates(files, { signal: cancel.signal, onProgress }).then(
      (found) => {
        if (!cancel.signal.aborted) setState({ kind: 'found', of: files, found });
      },
      (error: unknown) => {
        if (cancel.signal.aborted) return;
        setState(isCancelled(error) ? { kind: 'idle' } : { kind: 'failed', failure: failureOf(error).code });
      },
    );
  };
  const found = state.kind === 'found' && state.of === files ? state.found : null;
  return (
    <section className="equal-contents" aria-label={t('equal.label')}>
      {state.kind === 'working' ? (
        <FileProgress progress={state.progress} onStop={stop} />
      ) : found ? null : (
        <p className="equal-progress">
          <button type="button" className="button" onClick={start}>
            {rich('equal.find')}
          </button>
          <span className="muted">{rich('equal.why')}</span>
        </p>
      )}
      {state.kind === 'failed' ? (
        <p role="alert">{rich('files.failed', { why: rich(`error.${state.failure}.title`) })}</p>
      ) : null}
      {found ? (
        <>
          <p role="status">
            <strong>
              {found.groupCount === 0
                ? rich('equal.none')
                : rich('equal.sum', { groups: found.groupCount, bytes: <bdi>{formatBytes(found.bytes)}</bdi> })}
            </strong>{' '}
            {found.unread.length === 0
              ? null
              : rich('equal.unread', { layers: list(found.unread.map((layer) => formatNumber(layer + 1))) })}
          </p>
          {found.groupCount === 0 ? null : <Downloads name={name} tree={files.tree} found={found} />}
          <ol>
            {found.groups.slice(0, GROUPS_SHOWN).map((group) => (
              <Group key={group.digest} files={files} group={group} />
            ))}
          </ol>
        </>
      ) : null}
    </section>
  );
}

function Downloads({ name, tree, found }: { name: string; tree: FileTree; found: Duplicates }): ReactNode {
  const { t } = useI18n();
  const { exporter } = useServices();
  return (
    <ListingButtons
      labelOf={(format) => t('equal.download', { format: format.toUpperCase() })}
      onTake={(format) =>
        exporter.save(
          `${name}.same-bytes.${format}`,
          equalListing(found, (event) => placeOf(tree, event), format),
        )
      }
    />
  );
}

/** Where an event stored its bytes. */
function placeOf({ nodes, events }: FileTree, event: number): { path: string; layer: number } {
  return { path: pathOfNode(nodes, events.node[event] ?? 0), layer: events.layer[event] ?? 0 };
}

function Group({ files: { tree }, group: { size, events } }: { files: ImageFiles; group: EqualFiles }): ReactNode {
  const { rich, formatBytes, formatNumber } = useI18n();
  const { update } = useView();
  return (
    <li>
      {rich('equal.copies', { count: formatNumber(events.length), size: <bdi>{formatBytes(size)}</bdi> })}
      <ul>
        {events.slice(0, COPIES_SHOWN).map((event) => {
          const { path, layer } = placeOf(tree, event);
          return (
            <li key={event}>
              <button type="button" className="button" onClick={() => update({ path, look: null })}>
                <MemberName name={path} />
              </button>{' '}
              <span className="muted">{rich('files.layerNumber', { number: formatNumber(layer + 1) })}</span>
            </li>
          );
        })}
        {events.length > COPIES_SHOWN ? <li className="muted">…</li> : null}
      </ul>
    </li>
  );
}
