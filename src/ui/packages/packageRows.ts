import { PACKAGE_KINDS, type ImagePackage, type PackageKind, type PackageStep } from '../../core/model/packages';
import { csvLine } from '../../core/picture/csv';

export const PACKAGE_STATES = ['there', 'gone', 'all'] as const;
export type PackageState = (typeof PACKAGE_STATES)[number];

export interface PackageFilter {
  /** Part of the name, version or path, in any case. */
  readonly text: string;
  readonly kind: PackageKind | null;
  readonly state: PackageState;
}

/** The packages that pass. */
export function passing(packages: readonly ImagePackage[], { text, kind, state }: PackageFilter): ImagePackage[] {
  const wanted = text.toLowerCase();
  return packages.filter(
    (each) =>
      (kind === null || each.kind === kind) &&
      (state === 'all' || each.there === (state === 'there')) &&
      (wanted === '' ||
        [each.name, ...each.versions, each.path, each.inside ?? ''].some((part) =>
          part.toLowerCase().includes(wanted),
        )),
  );
}

/** The kinds that are there, in the order of the list. */
export function kindsOf(packages: readonly ImagePackage[]): PackageKind[] {
  const found = new Set(packages.map(({ kind }) => kind));
  return PACKAGE_KINDS.filter((kind) => found.has(kind));
}

/** Steps of one sort, of which the layers are listed. */
export function stepsOf({ steps }: ImagePackage, ...changes: readonly PackageStep['change'][]): PackageStep[] {
  return steps.filter(({ change }) => changes.includes(change));
}

const COLUMNS = [
  'name',
  'version',
  'arch',
  'kind',
  'there',
  'installed',
  'changed',
  'removed',
  'unlisted',
  'path',
  'inside',
];

/** Packages as a file: CSV with a head, or a JSON array. Layers are counted from 1. */
export function packageListing(packages: readonly ImagePackage[], format: 'csv' | 'json'): string {
  const layers = (each: ImagePackage, change: PackageStep['change']): number[] =>
    stepsOf(each, change).map(({ layer }) => layer + 1);
  if (format === 'json') {
    const rows = packages.map((each) => ({
      name: each.name,
      versions: each.versions,
      arch: each.arch,
      kind: each.kind,
      there: each.there,
      steps: each.steps.map((step) => ({ ...step, layer: step.layer + 1 })),
      path: each.path,
      inside: each.inside,
    }));
    return `${JSON.stringify(rows, null, 1)}\n`;
  }
  const lines = packages.map((each) =>
    csvLine([
      each.name,
      each.versions.join(' '),
      each.arch,
      each.kind,
      each.there ? 'yes' : 'no',
      layers(each, 'installed').join(' '),
      layers(each, 'changed').join(' '),
      layers(each, 'removed').join(' '),
      layers(each, 'unlisted').join(' '),
      each.path,
      each.inside,
    ]),
  );
  return [csvLine(COLUMNS), ...lines].join('');
}
