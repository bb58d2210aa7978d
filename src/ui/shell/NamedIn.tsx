import { useMemo, type ReactNode } from 'react';
import { placesOf } from '../../core/compare/places';
import type { Document } from '../../core/model/archive';
import { encodedPart } from '../../core/model/digest';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';

const PATHS_SHOWN = 3;
const DIGITS_SHOWN = 12;
const LONG_HEX = /[0-9a-f]{40,}/g;

/** How many times the archive's documents write a digest or v1 ID, and which they are; nothing when none does. */
export function NamedIn({ documents, name }: { documents: readonly Document[]; name: string | null }): ReactNode {
  const { rich, list } = useI18n();
  const named = useMemo(() => (name === null ? null : placesOf(documents, encodedPart(name))), [documents, name]);
  if (!named || named.count === 0) return null;
  const { count, paths, isWhole } = named;
  const first = paths
    .slice(0, PATHS_SHOWN)
    .map((path) => <Code key={path}>{path.replace(LONG_HEX, (hex) => `${hex.slice(0, DIGITS_SHOWN)}…`)}</Code>);
  return (
    <span>
      {rich(isWhole ? 'foot.places' : 'foot.placesAtLeast', { count })}
      {rich('list.colon')}
      {list(first)}
      {paths.length > first.length ? ' …' : null}
    </span>
  );
}
