import { useEffect } from 'react';
import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from '../common/announce';
import { copyText } from '../common/copy';
import { useKeyReader } from '../common/useKeyReader';

/** The copy key copies `text`, unless what has the focus has taken it; nothing when there is no text. */
export function useCopyKey(text: string | null): void {
  const { t } = useI18n();
  const announce = useAnnounce();
  const makeReader = useKeyReader();
  useEffect(() => {
    if (text === null) return;
    const read = makeReader();
    const press = (event: KeyboardEvent): void => {
      if (read(event)?.kind !== 'copy') return;
      event.preventDefault();
      void copyText(text).then((done) => announce(t(done ? 'app.copied' : 'app.copyRefused')));
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [text, t, announce, makeReader]);
}
