import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { Note } from '../common/Note';
import { useServices, useSession } from '../context';
import { readDrop, type Dropped } from './readDrop';
import './DropZone.css';

/** The whole window takes a dropped file or folder, whatever is on screen. */
export function DropZone(): ReactNode {
  const { rich } = useI18n();
  const state = useSession();
  const { navigation } = useServices();
  const [isOver, setOver] = useState(false);
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const depth = useRef(0);

  useEffect(() => {
    const listen = new AbortController();
    const on = (type: 'dragenter' | 'dragleave' | 'dragover' | 'drop', handle: (event: DragEvent) => void): void => {
      addEventListener(
        type,
        (event) => {
          if (event.dataTransfer?.types.includes('Files')) handle(event);
        },
        { signal: listen.signal },
      );
    };
    const enter = (change: number): void => {
      // Children fire enter and leave too: only the sum says whether the pointer is still over the window.
      depth.current = Math.max(0, depth.current + change);
      setOver(depth.current > 0);
    };
    on('dragenter', (event) => {
      event.preventDefault();
      enter(1);
    });
    on('dragleave', () => enter(-1));
    on('dragover', (event) => event.preventDefault());
    on('drop', (event) => {
      event.preventDefault();
      enter(-depth.current);
      const next = event.dataTransfer ? readDrop(event.dataTransfer.items) : null;
      setDropped(next);
      if (next) navigation.openOwn(next.source);
    });
    return () => listen.abort();
  }, [navigation]);

  const name = state.kind === 'open' ? state.workspace.archive.name : null;
  return (
    <>
      {dropped && dropped.count > 1 ? (
        <Note onClose={() => setDropped(null)}>
          {rich('drop.several', { count: dropped.count, name: dropped.name })}
        </Note>
      ) : null}
      {isOver ? (
        <div className="drop-zone" role="status">
          <Icon name="open" size={40} />
          <strong>{rich(name === null ? 'drop.here' : 'drop.instead')}</strong>
          {name === null ? null : <p>{rich('drop.insteadOf', { name })}</p>}
          <p className="muted">{rich('landing.privacy')}</p>
        </div>
      ) : null}
    </>
  );
}
