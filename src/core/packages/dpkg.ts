import { LIMITS } from '../limits';
import type { PackageEntry } from '../model/packages';
import { MALFORMED, type Read } from './read';
import { label, paragraphs, textOf } from './text';

const FIELDS: ReadonlySet<string> = new Set(['Package', 'Status', 'Version', 'Architecture']);
/** States in which none of its programs are there (dpkg(1), "Package states"). */
const GONE: ReadonlySet<string> = new Set(['not-installed', 'config-files']);

/** `var/lib/dpkg/status`, or a file of `status.d`, whose packages have no status and are there (deb-control(5), dpkg(1)). */
export function readDpkg(bytes: Uint8Array): Read {
  const packages: PackageEntry[] = [];
  let any = false;
  for (const fields of paragraphs(textOf(bytes), FIELDS)) {
    const name = label(fields.get('Package'));
    any = true;
    if (name === null || GONE.has(fields.get('Status')?.split(' ').at(-1) ?? '')) continue;
    if (packages.length === LIMITS.packagesPerLayer) return { packages, problem: 'cut' };
    packages.push({ name, version: label(fields.get('Version')), arch: label(fields.get('Architecture')) });
  }
  return any && packages.length === 0 && !textOf(bytes.subarray(0, LIMITS.packageFileBytes)).includes('Package:')
    ? MALFORMED
    : { packages, problem: null };
}
