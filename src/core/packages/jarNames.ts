import type { PackageEntry } from '../model/packages';
import { label, textOf } from './text';

/** What Maven writes into a jar of the project that it is made of. */
export interface MavenProject {
  readonly group: string | null;
  readonly artifact: string;
  readonly version: string | null;
}

/** `name-version.jar`, as Maven names artifacts; null without a version in the name. */
export function packageOfName(name: string): PackageEntry | null {
  const match =
    /^(.+?)-(\d[\w.]*-\d{8}\.\d{6}-\d+)\.(?:[jw]ar|ear)$/.exec(name) ??
    /^(.+)-(\d+(?:\.\w+)*(?:[-.+_][A-Za-z][\w.]*)*)\.(?:[jw]ar|ear)$/.exec(name);
  const found = match && label(match[1]);
  return match && found ? { name: found, version: label(match[2]), arch: null } : null;
}

/** `META-INF/maven/…/pom.properties` (Maven Archiver): lines of Java properties. Null without the name of an artifact. */
export function readPomProperties(bytes: Uint8Array): MavenProject | null {
  const values = new Map<string, string>();
  for (const line of textOf(bytes).split(/\r\n?|\n/)) {
    const match = /^\s*(groupId|artifactId|version)\s*[=:]\s*(.*)$/.exec(line);
    if (match) values.set(match[1] ?? '', match[2] ?? '');
  }
  const artifact = filledIn(values.get('artifactId'));
  if (artifact === null) return null;
  return { group: filledIn(values.get('groupId')), artifact, version: filledIn(values.get('version')) };
}

/** `META-INF/MANIFEST.MF` (JAR File Specification): the fields of its main section, of which long ones go on in lines that begin with a space. */
export function readManifest(bytes: Uint8Array): ReadonlyMap<string, string> {
  const text = textOf(bytes).replace(/\r\n?/g, '\n');
  const [main = ''] = text.split('\n\n', 1);
  const fields = new Map<string, string>();
  for (const line of main.replaceAll('\n ', '').split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return fields;
}

/** The package that a manifest says a jar is: an OSGi bundle, or a title; both, or the name of the file, need a version beside them. */
export function packageOfManifest(fields: ReadonlyMap<string, string>, stem: string): PackageEntry | null {
  const bundle = filledIn(fields.get('Bundle-SymbolicName')?.split(';', 1)[0]);
  const name = bundle ?? filledIn(fields.get('Implementation-Title')) ?? label(stem);
  const versions = [filledIn(fields.get('Bundle-Version')), filledIn(fields.get('Implementation-Version'))];
  const version = (bundle === null ? versions.reverse() : versions).find((each) => each !== null) ?? null;
  return name === null || version === null ? null : { name, version, arch: null };
}

/** A value; null when nobody put it in the place of `${…}`. */
function filledIn(text: string | undefined): string | null {
  return text?.includes('${') === true ? null : label(text);
}
