import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isTextField } from '../../app/keys';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { Note } from '../common/Note';
import { useServices, useSession } from '../context';
import { readDrop, type Dropped } from './readDrop';
import { readPaste } from './readPaste';
import './DropZone.css';

/** The whole window takes a dropped file or folder, and pasted JSON, whatever is on screen. */
export function DropZone(): ReactNode {
  const { rich } = useI18n();
  const state = useSession();
  const { navigation, comparing } = useServices();
  const isOpen = useRef(false);
  const [isOver, setOver] = useState(false);
  const [dropped, setDropped] = useState<Dropped | 'not-json' | null>(null);
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
    const take = (next: Dropped | 'not-json' | null, compares = false): void => {
      setDropped(next);
      if (next === null || next === 'not-json') return;
      if (compares && isOpen.current && next.count === 1) return comparing.withOwn(next.source);
      navigation.openOwn(next.source);
      if (next.second) comparing.withOwn(next.second);
    };
    on('drop', (event) => {
      event.preventDefault();
      enter(-depth.current);
      const zone = event.target instanceof Element ? event.target.closest('[data-drop]') : null;
      take(event.dataTransfer && readDrop(event.dataTransfer.items), zone?.getAttribute('data-drop') === 'compare');
    });
    addEventListener(
      'paste',
      (event) => {
        if (event.defaultPrevented || isTextField(event.target)) return;
        const pasted = event.clipboardData && readPaste(event.clipboardData);
        if (pasted !== null && pasted !== 'not-json' && 'link' in pasted) navigation.openLink(pasted.link);
        else take(pasted);
      },
      { signal: listen.signal },
    );
    return () => listen.abort();
  }, [navigation, comparing]);
  const name = state.kind === 'open' ? state.workspace.archive.name : null;
  useEffect(() => {
    isOpen.current = name !== null;
  }, [name]);

  return (
    <>
      {dropped === 'not-json' ? (
        <Note onClose={() => setDropped(null)}>{rich('paste.notJson')}</Note>
      ) : dropped && dropped.count > 1 && dropped.second === null ? (
        <Note onClose={() => setDropped(null)}>
          {rich('drop.several', { count: dropped.count, name: dropped.name })}
        </Note>
      ) : null}
      {isOver ? (
        <div className="drop-zone" role="status">
          <div className="drop-half" data-drop="open">
            <Icon name="open" size={40} />
            <strong>{rich(name === null ? 'drop.here' : 'drop.instead')}</strong>
            {name === null ? null : <p>{rich('drop.insteadOf', { name })}</p>}
            <p className="muted">{rich('landing.privacy')}</p>
          </div>
          {name === null ? null : (
            <div className="drop-half" data-drop="compare">
              <Icon name="differs" size={40} />
              <strong>{rich('drop.compare')}</strong>
              <p>{rich('drop.compareWith', { name })}</p>
            </div>
          )}
        </div>
      ) : null}
    </>
  );
}
