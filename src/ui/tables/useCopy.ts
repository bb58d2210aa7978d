import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from '../common/announce';
import { copyText } from '../common/copy';

/** Copies a text exactly, and says so, also on the screen: a key shows nothing by itself. */
export function useCopy(): (text: string, said?: 'app.copied' | 'app.copiedCommand') => void {
  const { t } = useI18n();
  const announce = useAnnounce();
  return (text, said = 'app.copied') =>
    void copyText(text).then((done) => announce(t(done ? said : 'app.copyRefused'), 'shown'));
}
