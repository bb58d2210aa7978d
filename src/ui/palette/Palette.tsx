import { useState, type ReactNode } from 'react';
import { allCommands, type Command } from '../../app/commands';
import { useI18n } from '../../i18n/i18n';
import { Sheet } from '../common/Sheet';
import { useCommands } from '../common/useCommands';
import { useServices } from '../context';
import { PaletteForm } from './PaletteForm';
import './palette.css';

/** All that can be done now, in one list to search by typing. */
export function Palette(): ReactNode {
  const { rich } = useI18n();
  const { session, lesson, offers } = useServices();
  const [listed, setListed] = useState<readonly Command[] | null>(null);
  const close = (): void => setListed(null);
  const open = (): void => {
    const state = session.getState();
    const workspace = state.kind === 'open' ? state.workspace : null;
    const image = workspace?.archive.images.find(({ key }) => key === workspace.imageKey);
    const all = allCommands(image?.layers.length ?? 0, lesson.getState().chapters);
    setListed(all.filter(({ action }) => action.kind !== 'palette' && offers.find(action) !== null));
  };
  useCommands({ palette: () => (listed ? close : open) }, 'page');
  return (
    <Sheet open={listed !== null} action="palette" title={rich('palette.title')} className="palette" onClose={close}>
      <PaletteForm
        commands={listed ?? []}
        onRun={({ action }) => {
          close();
          // The focus is where it was before: what is about it can be done again.
          requestAnimationFrame(() => offers.find(action)?.());
        }}
      />
    </Sheet>
  );
}
