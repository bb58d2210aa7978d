import { LIMITS } from '../limits';
import type { PackageKind } from '../model/packages';
import { readApk } from './apk';
import { readDpkg } from './dpkg';
import { readJar } from './jar';
import { readGem, readNpm, readPython } from './languages';
import type { PackageParser } from './read';
import { readRpmBerkeley, readRpmNdb, readRpmSqlite } from './rpm';

/** How a file that lists packages is read. */
export interface PackageReader {
  readonly kind: PackageKind;
  /** Bytes of it that are looked at; 0: its name says all. */
  readonly bytes: number;
  /** Nothing can be made of its beginning alone: a longer one is known by its name. */
  readonly whole?: true;
  readonly read: PackageParser;
}

const { packageDatabaseBytes: MANY, packageFileBytes: FEW } = LIMITS;
/** Longest name of a file on Linux. */
const LONGEST_NAME = 255;

const READERS: readonly (PackageReader & { readonly path: RegExp })[] = [
  { kind: 'deb', bytes: MANY, read: readDpkg, path: /(?:^|\/)var\/lib\/dpkg\/status$/ },
  // Distroless images have a file for each package.
  { kind: 'deb', bytes: FEW, read: readDpkg, path: /(?:^|\/)var\/lib\/dpkg\/status\.d\/[^/]+(?<!\.md5sums)$/ },
  { kind: 'apk', bytes: MANY, read: readApk, path: /(?:^|\/)lib\/apk\/db\/installed$/ },
  { kind: 'rpm', bytes: MANY, read: readRpmSqlite, path: /\/rpm\/rpmdb\.sqlite$/ },
  { kind: 'rpm', bytes: MANY, read: readRpmNdb, path: /\/rpm\/Packages\.db$/ },
  {
    kind: 'rpm',
    bytes: MANY,
    read: readRpmBerkeley,
    path: /(?:^|\/)(?:var\/lib|usr\/lib\/sysimage)\/rpm\/Packages$/,
  },
  // In node_modules, only at the top of a package; elsewhere, whatever has a name and a version.
  {
    kind: 'npm',
    bytes: FEW,
    read: readNpm,
    path: /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@][^/]*\/package\.json$|^(?!(?:.*\/)?node_modules\/).*(?<![^/])package\.json$/,
  },
  {
    kind: 'python',
    bytes: FEW,
    read: readPython,
    path: /\.dist-info\/METADATA$|(?:\.egg-info|\/EGG-INFO)\/PKG-INFO$|\.egg-info$/,
  },
  { kind: 'gem', bytes: 0, read: readGem, path: /\/specifications\/(?:default\/)?[^/]+\.gemspec$/ },
  { kind: 'jar', bytes: LIMITS.jarBytes, whole: true, read: readJar, path: /\.(?:jar|war|ear)$/ },
];

/** What comes at the end of the name of any file that is read. */
const ENDS =
  /(?:\/(?:status|installed|rpmdb\.sqlite|Packages(?:\.db)?|package\.json|METADATA|PKG-INFO)|\/status\.d\/[^/]+|\.(?:egg-info|gemspec|jar|war|ear))$|^package\.json$/;

/** How a file of this path is read, if it lists packages. */
export function packageReader(path: string): PackageReader | null {
  if (!ENDS.test(path) || path.length - path.lastIndexOf('/') - 1 > LONGEST_NAME) return null;
  return READERS.find((reader) => reader.path.test(path)) ?? null;
}

const OS_RELEASE = /^(?:\.?\/)*(?:etc|usr\/lib)\/os-release$/;

/** Whether a path is where `os-release` is looked for (os-release(5)). */
export function isOsRelease(path: string): boolean {
  return OS_RELEASE.test(path);
}

/** Whether a path of an image is that of a database of many packages. */
export function isDatabase(path: string): boolean {
  return /(?:^|\/)(?:dpkg\/status|apk\/db\/installed|rpm\/(?:rpmdb\.sqlite|Packages|Packages\.db))$/.test(path);
}

/** Where packages that replace each other are listed together: a folder, or the file itself. */
export function placeOf(kind: PackageKind, path: string): string {
  if (kind === 'npm' || kind === 'go' || isDatabase(path)) return path;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const isInfo = kind === 'python' && /\/(?:METADATA|PKG-INFO)$/.test(path);
  return isInfo ? folder.slice(0, Math.max(0, folder.lastIndexOf('/'))) : folder;
}
