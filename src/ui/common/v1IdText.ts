import type { Facet } from '../../core/model/representation';
import type { I18n } from '../../i18n/i18n';

/** What is told of a v1 ID: how it came about, and by which clock. */
export type V1IdTold = Pick<Facet, 'v1IdKind' | 'v1IdZone'>;

/** An offset from UTC as it is read; Go writes `Z` for none. */
export function zoneName(zone: string): string {
  return zone === 'Z' ? 'UTC' : zone;
}

/** How a v1 ID came about, with the formula and the zone, as plain text; undefined when it is not known. */
export function v1IdText({ t }: Pick<I18n, 't'>, { v1IdKind: kind, v1IdZone: zone }: V1IdTold): string | undefined {
  if (kind === null) return undefined;
  const words = [`${t(`v1Id.${kind}`)}.`];
  if (kind !== 'random' && kind !== 'unmatched') words.push(t(`v1IdFormula.${kind}`));
  if (zone !== null) words.push(t('v1Id.zone', { zone: zoneName(zone) }));
  return words.join(' ');
}
