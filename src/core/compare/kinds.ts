import type { ManifestKind } from '../model/manifestForms';
import { KIND_PAIRS, type KindPair } from '../model/manifestTable';

export type ByKind<T> = Readonly<Record<ManifestKind, T>>;
export type ByPair<T> = Readonly<Record<KindPair, T>>;

/** Something for each form. */
export function byKind<T>(of: (kind: ManifestKind) => T): Record<ManifestKind, T> {
  return { schema1: of('schema1'), schema2: of('schema2'), oci: of('oci') };
}

/** Something for each two forms. */
export function byPair<T>(of: (pair: KindPair) => T): Record<KindPair, T> {
  return {
    'schema1 schema2': of('schema1 schema2'),
    'schema2 oci': of('schema2 oci'),
    'schema1 oci': of('schema1 oci'),
  };
}

const PAIRED: ByPair<readonly [ManifestKind, ManifestKind]> = {
  'schema1 schema2': ['schema1', 'schema2'],
  'schema2 oci': ['schema2', 'oci'],
  'schema1 oci': ['schema1', 'oci'],
};

/** The two forms of a pair, the older one first. */
export function kindsOf(pair: KindPair): readonly [ManifestKind, ManifestKind] {
  return PAIRED[pair];
}

/** The two values of a pair, the older form's first. */
export function ofPair<T>(pair: KindPair, values: ByKind<T>): [T, T] {
  const [a, b] = PAIRED[pair];
  return [values[a], values[b]];
}

/** The pair of two different forms, in whatever order they are given. */
export function pairOf(a: ManifestKind, b: ManifestKind): KindPair {
  return KIND_PAIRS.find((pair) => PAIRED[pair].includes(a) && PAIRED[pair].includes(b)) ?? 'schema2 oci';
}
