import type { Saving } from '../../app/saver';
import type { I18n } from '../../i18n/i18n';

/** That something is saved, and where. */
export function savedText(
  { t, formatBytes }: Pick<I18n, 't' | 'formatBytes'>,
  { where, name, size }: Extract<Saving, { kind: 'saved' }>,
): string {
  return t(`save.saved.${where}`, { name, size: formatBytes(size) });
}

/** How far something is; nothing to do is not far. */
export function percentOf({ done, total }: { readonly done: number; readonly total: number }): number {
  return total > 0 ? (100 * done) / total : 0;
}
