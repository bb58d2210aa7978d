import { useEffect } from 'react';
import type { SessionState } from '../../app/state';
import { useI18n } from '../../i18n/i18n';
import { useView } from '../context';
import { usePosting } from '../embed/usePosting';

/** Keeps the document's language, direction, colours, density and title as the view says. */
export function useDocument(state: SessionState): void {
  const { view } = useView();
  const { lang, dir, t } = useI18n();
  const posting = usePosting();
  const file = state.kind === 'open' ? state.workspace.archive.name : state.kind === 'empty' ? null : state.name;
  const name = posting?.title ?? file;
  useEffect(() => {
    const root = document.documentElement;
    root.lang = lang;
    root.dir = dir;
    // Paper is white.
    const theme = view.paper === null ? view.theme : 'light';
    if (theme === 'auto') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    root.dataset['density'] = view.density;
    root.dataset['mode'] = view.mode;
    root.style.setProperty('--scale', view.mode === 'present' ? view.scale : '1');
  }, [lang, dir, view.theme, view.paper, view.density, view.mode, view.scale]);
  useEffect(() => {
    document.title = name === null ? t('app.title') : t('app.titleOpen', { name });
  }, [name, t]);
}
