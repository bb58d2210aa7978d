import type { Action } from '../../app/commands';
import type { I18n } from '../../i18n/i18n';
import { isolateAuto } from '../../i18n/visible';
import { LANG_NAMES } from './languages';

const PARTS = {
  pointer: 'keys.select.pointer',
  manifest: 'keys.select.manifest',
  config: 'keys.select.config',
} as const;

/** What a command does. */
export function commandText({ t, words }: Pick<I18n, 't' | 'words'>, action: Action): string {
  switch (action.kind) {
    case 'board':
      return t('keys.board', { board: words(`board.${action.board}`) });
    case 'select': {
      const { part } = action;
      if (Object.hasOwn(PARTS, part)) return t(PARTS[part as keyof typeof PARTS]);
      return t('keys.select.layer', { n: Number(part.slice('layer:'.length)) });
    }
    case 'sample':
      return t('keys.sample', { title: words(`sample.${action.name}.title`) });
    case 'colours':
      return t(`app.theme.${action.theme}`);
    case 'lang':
      return t('app.language', { name: LANG_NAMES[action.lang] });
    case 'chapter':
      return t('keys.chapter', { title: { words: isolateAuto(action.title) } });
    case 'step':
    case 'place':
      return t(`keys.${action.kind}.${action.by > 0 ? 'next' : 'previous'}`);
    case 'scale':
      return t(`keys.scale.${action.by > 0 ? 'larger' : action.by < 0 ? 'smaller' : 'usual'}`);
    case 'blank':
      return t('present.black');
    case 'speaker':
      return t('present.window');
    default:
      return t(`keys.${action.kind}`);
  }
}

/** Those that are one line of the help sheet together, by what makes them alike; null for all others. */
export function seriesOf(action: Action): 'layers' | 'samples' | null {
  if (action.kind === 'select' && action.part.startsWith('layer:')) return 'layers';
  return action.kind === 'sample' ? 'samples' : null;
}
