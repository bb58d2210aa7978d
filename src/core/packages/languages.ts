import { MALFORMED, one, type Read } from './read';
import { label, paragraphs, textOf } from './text';

/** `package.json` (npm documentation, "package.json"). What has no name and version is no package. */
export function readNpm(bytes: Uint8Array): Read {
  try {
    const value: unknown = JSON.parse(textOf(bytes));
    if (typeof value !== 'object' || value === null) return MALFORMED;
    const name = 'name' in value && typeof value.name === 'string' ? label(value.name) : null;
    const version = 'version' in value && typeof value.version === 'string' ? label(value.version) : null;
    // Many folders of a package have one that only says how its modules are to be read.
    return name === null || version === null ? { packages: [], problem: null } : one(name, version);
  } catch {
    return MALFORMED;
  }
}

const FIELDS: ReadonlySet<string> = new Set(['Name', 'Version']);

/** `METADATA` and `PKG-INFO` (Python packaging, "Core metadata specifications"): the fields before the description. */
export function readPython(bytes: Uint8Array): Read {
  for (const fields of paragraphs(textOf(bytes), FIELDS)) {
    return one(label(fields.get('Name')), label(fields.get('Version')));
  }
  return MALFORMED;
}

/** `name-version.gemspec` or `name-version-platform.gemspec`: RubyGems takes name and version of the file's name, too. */
export function readGem(_: Uint8Array, path: string): Read {
  const match = /^(.+?)-(\d+(?:\.[0-9A-Za-z]+)*)(?:-(.+))?\.gemspec$/.exec(fileName(path));
  return match ? one(label(match[1]), label(match[2]), label(match[3])) : { packages: [], problem: null };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
