import type { Document, DocumentKind, RecipeCode } from '../model/archive';

/** Recipes that take over texts of a config, and not only its digest and size. Of manifests and lists, all do. */
const TAKES_TEXT: ReadonlySet<RecipeCode> = new Set<RecipeCode>([
  'oci-config',
  'v1-json',
  'v1-json-skopeo',
  'config-from-v1',
  'config-from-schema1',
  'schema1-manifest',
]);

const LISTS: ReadonlySet<DocumentKind | undefined> = new Set<DocumentKind>([
  'manifest',
  'schema1-manifest',
  'index',
  'layout-index',
]);

/**
 * Finds, among the documents of one form, the derived ones that were worked out of redacted text: their digests are not the ones that the archive's own
 * would have. Gives their ids. Null when nothing of the archive is redacted.
 */
export function madeOfRedacted(
  found: readonly Document[],
): ((made: readonly Document[]) => ReadonlySet<string>) | null {
  const whole = new Set(found.flatMap((each) => (each.redacted ? [each.id] : [])));
  if (whole.size === 0) return null;
  const redacted = new Map(
    found.flatMap(({ id, kind, within = '' }) => (whole.has(id) || whole.has(within) ? [[id, kind] as const] : [])),
  );
  /** Ids of derived documents that would be others. */
  const other = new Set<string>();
  return (made) => {
    const isOther = ({ recipe, kind, origin }: Document): boolean => {
      if (origin === 'found' || recipe === null) return false;
      if (kind === 'manifest' && made.some((each) => each.kind === 'config' && other.has(each.id))) return true;
      return recipe.from.some(
        (id) => other.has(id) || (redacted.has(id) && (TAKES_TEXT.has(recipe.code) || LISTS.has(redacted.get(id)))),
      );
    };
    // A document comes after what it names, or before: as often as there are documents at most.
    for (let before = -1; before < other.size;) {
      before = other.size;
      for (const each of made) if (isOther(each)) other.add(each.id);
    }
    return other;
  };
}
