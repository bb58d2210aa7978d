import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { createSaver } from '../../app/saver';
import type { Workspace } from '../../app/state';
import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from '../common/announce';
import { Sheet } from '../common/Sheet';
import { useServices } from '../context';
import { useTellCut } from './CutSaves';
import { SavesProvider, type Saves, type SaveWish } from './context';
import { SaveForm } from './SaveForm';
import { savedText } from './saveText';

/** Everything inside can open the sheet in which things are saved. What is being saved goes on while the sheet is closed, not when something else is opened: then it is told. */
export function SaveProvider({ workspace, children }: { workspace: Workspace; children: ReactNode }): ReactNode {
  const i18n = useI18n();
  const { session, exporter } = useServices();
  const announce = useAnnounce();
  const tellCut = useTellCut();
  const [saver] = useState(() =>
    createSaver({ session, choose: exporter.choose, download: exporter.save, onCut: tellCut }),
  );
  const [wish, setWish] = useState<SaveWish | null>(null);
  const isOpen = wish !== null;
  const saving = useSyncExternalStore(saver.subscribe, saver.getState);
  const saves = useMemo((): Saves => {
    const toggle = (next: SaveWish = {}): void => setWish(isOpen ? null : next);
    return { saver, isOpen, toggle };
  }, [saver, isOpen]);
  useEffect(() => () => saver.leave(), [saver]);

  // The open sheet says it itself; what is behind it is not heard.
  const told = useRef(saving.kind);
  useEffect(() => {
    if (told.current !== saving.kind && saving.kind === 'saved' && !isOpen) announce(savedText(i18n, saving));
    told.current = saving.kind;
  }, [saving, isOpen, announce, i18n]);

  return (
    <SavesProvider value={saves}>
      {children}
      <Sheet
        open={isOpen}
        action="save"
        title={i18n.rich('save.title')}
        className="save-sheet"
        onClose={() => {
          setWish(null);
          saver.dismiss();
        }}
      >
        <SaveForm workspace={workspace} wish={wish ?? {}} saver={saver} />
      </Sheet>
    </SavesProvider>
  );
}
