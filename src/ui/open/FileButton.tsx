import type { ReactNode } from 'react';
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
          if (file) navigation.openFile(file);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <Icon name="open" />
      {children}
    </label>
  );
}
