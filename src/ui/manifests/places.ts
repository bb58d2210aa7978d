import type { Place } from '../../core/model/manifestTable';
import type { I18n } from '../../i18n/i18n';

/** What a line is about: a layer, a step, a platform. */
export function placeText({ t }: Pick<I18n, 't'>, place: Place): string {
  if (place.kind === 'entry' && place.platform !== null) return place.platform;
  return t(`forms.place.${place.kind}`, 'number' in place ? { n: place.number } : {});
}

/** Whether two lines are about the same. */
export function isSamePlace(a: Place, b: Place): boolean {
  return a.kind === b.kind && ('number' in a ? a.number : 0) === ('number' in b ? b.number : 0);
}
