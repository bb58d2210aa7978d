import type { ReactNode } from 'react';
import { folderName, listChosen } from '../../app/folder';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { useServices } from '../context';
import './FileButton.css';

/** Id of the page's file input, for the keyboard shortcut. */
export const FILE_INPUT = 'open-file';

/** A real file input under a button's clothes. No `accept`: what a file is, its bytes say. */
export function FileButton({ children, primary = false }: { children: ReactNode; primary?: boolean }): ReactNode {
  const { navigation } = useServices();
  return (
    <label className={primary ? 'button primary file-button' : 'button file-button'}>
      <input
        id={FILE_INPUT}
        type="file"
        className="hidden"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) navigation.openOwn({ kind: 'file', file });
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <Icon name="open" />
      {children}
    </label>
  );
}

/** The same for a folder. */
export function FolderButton(): ReactNode {
  const { navigation } = useServices();
  const { rich } = useI18n();
  return (
    <label className="button file-button">
      <input
        type="file"
        className="hidden"
        // React has no attribute for it.
        ref={(input) => {
          if (input) input.webkitdirectory = true;
        }}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          if (files.length > 0)
            navigation.openOwn({ kind: 'folder', name: folderName(files), list: listChosen(files) });
          event.target.value = '';
        }}
      />
      <Icon name="open" />
      {rich('app.openFolder')}
    </label>
  );
}
