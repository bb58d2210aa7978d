import { useEffect } from 'react';
import { useKeyReader } from '../common/useKeyReader';

/** What the keys of a board do. One that has nothing to do answers false, and the key goes on. */
export interface BoardKeys {
  readonly find?: () => boolean;
  readonly copy?: () => boolean;
  readonly differences?: () => boolean;
}

/** Answers the keys that are the board's own while the board is on screen. */
export function useBoardKeys({ find, copy, differences }: BoardKeys): void {
  const makeReader = useKeyReader();
  useEffect(() => {
    const read = makeReader();
    const press = (event: KeyboardEvent): void => {
      const kind = read(event)?.kind;
      const action = kind === 'find' ? find : kind === 'copy' ? copy : kind === 'differences' ? differences : undefined;
      if (action?.()) event.preventDefault();
    };
    // Before the rest of the page, which knows only of the selected part.
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [find, copy, differences, makeReader]);
}
