import type { ReactNode } from 'react';
import type { Place } from '../../core/model/manifestTable';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';

/** What a line is about: a layer, a step, a platform. */
export function PlaceName({ place }: { place: Place }): ReactNode {
  const { rich } = useI18n();
  if (place.kind === 'entry' && place.platform !== null) return <Code>{place.platform}</Code>;
  return rich(`forms.place.${place.kind}`, 'number' in place ? { n: place.number } : {});
}
