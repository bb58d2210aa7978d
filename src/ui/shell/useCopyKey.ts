import { useEffect } from 'react';
import { createKeyReader } from '../../app/keys';
import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from '../common/announce';
import { copyText } from '../common/copy';

/** The copy key copies `text`, unless what has the focus has taken it; nothing when there is no text. */
export function useCopyKey(text: string | null): void {
  const { t } = useI18n();
  const announce = useAnnounce();
  useEffect(() => {
    if (text === null) return;
    const read = createKeyReader();
    const press = (event: KeyboardEvent): void => {
      if (read(event)?.kind !== 'copy') return;
      event.preventDefault();
      void copyText(text).then((done) => announce(t(done ? 'app.copied' : 'app.copyRefused')));
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [text, t, announce]);
}
