import { useEffect } from 'react';
import { useKeyReader } from '../common/useKeyReader';

/** What the keys of a board do. One that has nothing to do answers false, and the key goes on. */
export interface BoardKeys {
  readonly find?: () => boolean;
  readonly copy?: () => boolean;
}

/** Answers the find and copy keys while the board is on screen. */
export function useBoardKeys({ find, copy }: BoardKeys): void {
  const makeReader = useKeyReader();
  useEffect(() => {
    const read = makeReader();
    const press = (event: KeyboardEvent): void => {
      const kind = read(event)?.kind;
      const action = kind === 'find' ? find : kind === 'copy' ? copy : undefined;
      if (action?.()) event.preventDefault();
    };
    // Before the rest of the page, which knows only of the selected part.
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [find, copy, makeReader]);
}
