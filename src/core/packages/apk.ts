import { LIMITS } from '../limits';
import type { PackageEntry } from '../model/packages';
import { MALFORMED, type Read } from './read';
import { label, paragraphs, textOf } from './text';

const FIELDS: ReadonlySet<string> = new Set(['P', 'V', 'A']);

/** `lib/apk/db/installed` (Alpine wiki, "Apk spec", "Installed Database V2"). */
export function readApk(bytes: Uint8Array): Read {
  const packages: PackageEntry[] = [];
  let any = false;
  for (const fields of paragraphs(textOf(bytes), FIELDS)) {
    any = true;
    const name = label(fields.get('P'));
    if (name === null) continue;
    if (packages.length === LIMITS.packagesPerLayer) return { packages, problem: 'cut' };
    packages.push({ name, version: label(fields.get('V')), arch: label(fields.get('A')) });
  }
  return any && packages.length === 0 ? MALFORMED : { packages, problem: null };
}
