import { LIMITS } from '../limits';
import type { Package } from '../model/contents';
import type { ImagePackage, PackageKind, SbomComparison, SbomRow, SbomVerdict } from '../model/packages';
import { SBOM_VERDICTS } from '../model/packages';

/** Types of package URLs (purl-spec, "PURL-TYPES") by what we call them. */
const KINDS: ReadonlyMap<string, PackageKind> = new Map([
  ['deb', 'deb'],
  ['apk', 'apk'],
  ['rpm', 'rpm'],
  ['npm', 'npm'],
  ['pypi', 'python'],
  ['gem', 'gem'],
  ['maven', 'jar'],
  ['golang', 'go'],
]);

interface Group {
  readonly kind: PackageKind;
  readonly name: string;
  readonly listed: Set<string>;
  readonly found: Set<string>;
}

/**
 * What an SBOM lists, held against the packages that the final image has, by kind and name. Where only one of the two gives a version, or
 * an epoch, they do not differ.
 */
export function compareSbom(sbom: readonly Package[], packages: readonly ImagePackage[]): SbomComparison {
  const groups = new Map<string, Group>();
  /** Kinds that have a package of a name, for those that an SBOM gives no type. */
  const kindsOf = new Map<string, Set<PackageKind>>();
  const group = (kind: PackageKind, name: string): Group => {
    const key = `${kind} ${nameKey(kind, name)}`;
    const known = groups.get(key) ?? { kind, name, listed: new Set(), found: new Set() };
    groups.set(key, known);
    return known;
  };
  for (const { kind, name, there, versions } of packages) {
    if (!there) continue;
    const { found } = group(kind, name);
    for (const version of versions) found.add(version);
    const plain = nameKey(kind, name);
    for (const each of new Set([name, plain])) kindsOf.set(each, (kindsOf.get(each) ?? new Set()).add(kind));
  }
  let notLookedFor = 0;
  for (const { type, name, version } of sbom) {
    const kinds = kindsOf.get(name);
    const kind = KINDS.get(type ?? '') ?? (isTyped(type) || kinds?.size !== 1 ? null : [...kinds][0]) ?? null;
    if (kind === null || name === '') notLookedFor++;
    else group(kind, name).listed.add(version ?? '');
  }
  const rows = [...groups.values()].map(rowOf);
  const counts = { 'only-sbom': 0, 'only-found': 0, version: 0, same: 0 };
  for (const { verdict } of rows) counts[verdict]++;
  const rank = (verdict: SbomVerdict): number => SBOM_VERDICTS.indexOf(verdict);
  rows.sort(
    (a, b) =>
      rank(a.verdict) - rank(b.verdict) || (a.kind === b.kind ? (a.name < b.name ? -1 : 1) : a.kind < b.kind ? -1 : 1),
  );
  return { rows: rows.slice(0, LIMITS.sbomRows), counts, listed: sbom.length, notLookedFor };
}

/** Whether a type says that it is something else than a package of a kind that we know: what CycloneDX calls most of them says nothing. */
function isTyped(type: string | null): boolean {
  return type !== null && !['library', 'application', 'framework', 'install'].includes(type);
}

function nameKey(kind: PackageKind, name: string): string {
  // PEP 503; the group of an artifact is not in the name of its file.
  if (kind === 'python') return name.toLowerCase().replace(/[-_.]+/g, '-');
  return kind === 'jar' ? name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1) : name;
}

function rowOf({ kind, name, listed, found }: Group): SbomRow {
  const sorted = (versions: ReadonlySet<string>): string[] => [...versions].sort();
  return { kind, name, verdict: verdictOf(listed, found), listed: sorted(listed), found: sorted(found) };
}

function verdictOf(listed: ReadonlySet<string>, found: ReadonlySet<string>): SbomVerdict {
  if (listed.size === 0) return 'only-found';
  if (found.size === 0) return 'only-sbom';
  const isIn = (version: string, others: ReadonlySet<string>): boolean =>
    [...others].some((other) => isSame(version, other));
  const agree = [...listed].every((each) => isIn(each, found)) && [...found].every((each) => isIn(each, listed));
  return agree ? 'same' : 'version';
}

const EPOCH = /^\d+:/;

function isSame(a: string, b: string): boolean {
  if (a === b || a === '' || b === '') return true;
  return EPOCH.test(a) !== EPOCH.test(b) && a.replace(EPOCH, '') === b.replace(EPOCH, '');
}
