import type { Lang } from '../../app/viewState';

/** Each language in its own words. */
export const LANG_NAMES: Readonly<Record<Lang, string>> = { en: 'English', fr: 'Français', ary: 'الدارجة' };
