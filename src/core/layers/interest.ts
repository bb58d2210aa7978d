import { LIMITS } from '../limits';

/**
 * How many bytes of a file are kept while a layer is measured, by its name: what package managers write down, and what says
 * which system it is. 0: none.
 */
export function keptBytes(path: string): number {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!NAMES.has(name) && !ENDS.test(name) && !PLACES.test(path)) return 0;
  return DATABASES.test(path) ? LIMITS.keptDatabaseBytes : LIMITS.keptFileBytes;
}

const NAMES: ReadonlySet<string> = new Set(['os-release', 'package.json', 'METADATA', 'PKG-INFO']);
const ENDS = /\.(?:gemspec|egg-info)$/;
const DATABASES =
  /(?:^|\/)(?:var\/lib\/dpkg\/status|lib\/apk\/db\/installed|(?:var\/lib|usr\/lib\/sysimage)\/rpm\/(?:rpmdb\.sqlite|Packages|Packages\.db))$/;
/** Distroless images have a file for each package. */
const PLACES = new RegExp(`${DATABASES.source}|(?:^|/)var/lib/dpkg/status\\.d/[^/]+$`);
