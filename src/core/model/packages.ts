/** Who says that a package is there: a package manager's database, a metadata file, or the name of the file. */
export const PACKAGE_KINDS = ['deb', 'apk', 'rpm', 'npm', 'python', 'gem', 'jar', 'go'] as const;
export type PackageKind = (typeof PACKAGE_KINDS)[number];

/** Why a file that should list packages says nothing, or not everything. */
export type PackageProblem =
  /** It is longer than what is looked at, or lists more than is kept. */
  | 'cut'
  /** It is not what its name says. */
  | 'malformed'
  /** A database of Berkeley DB in a form that is not read: of another version, or encrypted. */
  | 'berkeley'
  /** A jar that was not looked into, or not into all that is in it: too large, too deep, cut off or damaged. There, only names of files count. */
  | 'unopened';

export interface PackageEntry {
  readonly name: string;
  /** With epoch and release, as the package manager writes it; null where it is not said. */
  readonly version: string | null;
  readonly arch: string | null;
  /** Where in the file it is, when that has files in it: a path, and after `!/` one in that. Absent: it is the file, or listed in it. */
  readonly inside?: string;
}

/** What one file of a layer says is installed. */
export interface PackageFile {
  /** Row of the layer's entries. */
  readonly row: number;
  readonly kind: PackageKind;
  readonly packages: readonly PackageEntry[];
  readonly problem: PackageProblem | null;
}

/** What `os-release` says (os-release(5)); null: it does not. */
export interface OsRelease {
  readonly id: string | null;
  readonly idLike: string | null;
  readonly name: string | null;
  readonly prettyName: string | null;
  readonly versionId: string | null;
  readonly version: string | null;
  readonly codename: string | null;
  readonly variant: string | null;
  readonly buildId: string | null;
  readonly homeUrl: string | null;
  /** Date, as it is written. */
  readonly supportEnd: string | null;
}

/** What a layer did to a package. */
export type PackageChange =
  | 'installed'
  /** Another version is there: newer or older. */
  | 'changed'
  | 'removed'
  /** The database that listed it went away or cannot be read: its files may still be there. */
  | 'unlisted';

export interface PackageStep {
  /** From 0, the base. */
  readonly layer: number;
  readonly change: PackageChange;
  /** After it; one, but for packages that may be there in several versions. */
  readonly versions: readonly string[];
}

/** A package that any layer of an image had. */
export interface ImagePackage {
  readonly kind: PackageKind;
  readonly name: string;
  readonly arch: string | null;
  /** Whether the final image has it. */
  readonly there: boolean;
  /** In the final image, or the last ones it had. */
  readonly versions: readonly string[];
  /** The file that says so, or said so last. */
  readonly path: string;
  /** Where in that file, as `PackageEntry.inside`; null: it is the file, or listed in it. */
  readonly inside: string | null;
  /** Never empty, the base first. */
  readonly steps: readonly PackageStep[];
}

/** A package manager's database. */
export interface PackageDatabase {
  readonly kind: PackageKind;
  readonly path: string;
  /** Layers that write it, from 0. */
  readonly layers: readonly number[];
  /** The layer that took it away; null: it is in the final image. */
  readonly goneIn: number | null;
  /** Packages in its last version. */
  readonly count: number;
  readonly problem: PackageProblem | null;
}

/** A file that says which system it is. */
export interface SystemFile {
  readonly path: string;
  readonly layer: number;
  /** Whether it is the one that the final image has. */
  readonly there: boolean;
  readonly release: OsRelease;
}

/** What is installed in an image. */
export interface Installed {
  /** The base first; the last one that is `there` counts, `etc/os-release` before `usr/lib/os-release`. */
  readonly systems: readonly SystemFile[];
  /** By kind and name. */
  readonly packages: readonly ImagePackage[];
  readonly databases: readonly PackageDatabase[];
  /** Other files that should list a package and do not, and how many there are. */
  readonly unread: readonly { readonly path: string; readonly kind: PackageKind; readonly problem: PackageProblem }[];
  readonly unreadCount: number;
  /** Layers whose files are not known, or of which more is there than is kept. */
  readonly unknownLayers: readonly number[];
}

/** How an SBOM and what is found stand to each other, package by package. */
export const SBOM_VERDICTS = ['only-sbom', 'only-found', 'version', 'same'] as const;
export type SbomVerdict = (typeof SBOM_VERDICTS)[number];

export interface SbomRow {
  readonly kind: PackageKind;
  readonly name: string;
  readonly verdict: SbomVerdict;
  /** Versions that the SBOM gives, and those that are found. */
  readonly listed: readonly string[];
  readonly found: readonly string[];
}

export interface SbomComparison {
  /** What differs first, at most LIMITS.sbomRows. */
  readonly rows: readonly SbomRow[];
  readonly counts: Readonly<Record<SbomVerdict, number>>;
  /** Packages of the SBOM, and those of them that are of no kind that is looked for. */
  readonly listed: number;
  readonly notLookedFor: number;
}
