import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from '../common/announce';
import { copyText } from '../common/copy';

/** Copies a text exactly, and says so. */
export function useCopy(): (text: string) => void {
  const { t } = useI18n();
  const announce = useAnnounce();
  return (text) => void copyText(text).then((done) => announce(t(done ? 'app.copied' : 'app.copyRefused')));
}
