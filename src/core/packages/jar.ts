import { LIMITS } from '../limits';
import type { PackageEntry, PackageProblem } from '../model/packages';
import { packageOfManifest, packageOfName, readManifest, readPomProperties, type MavenProject } from './jarNames';
import type { Read } from './read';
import { BadZip, ZipFile, type ZipMember } from './zip';

/**
 * A jar, war or ear: what Maven wrote into it, else the version in its name, else its manifest; and the same of the jars in it. Nothing but a name is
 * known of what cannot be looked into, nor of what is empty.
 */
export function readJar(bytes: Uint8Array, path: string): Read {
  const reading = new JarReading();
  reading.read(bytes, path, null, 0);
  return { packages: reading.packages, problem: reading.problem };
}

const JAR = /\.(?:jar|war|ear)$/;
const MANIFEST = 'META-INF/MANIFEST.MF';
const POM = /^META-INF\/maven\/[^/]+\/[^/]+\/pom\.properties$/;
/** Between the path of a jar and that of what is in it, as Java writes it. */
const INTO = '!/';
const NOTHING = new Uint8Array(0);

/** A project, and where in the jar it is written. */
interface FoundProject extends MavenProject {
  readonly path: string;
}

/** What a jar says of itself, and of what was packed into it. */
interface Found {
  manifest: ReadonlyMap<string, string>;
  readonly projects: FoundProject[];
}

class JarReading {
  readonly packages: PackageEntry[] = [];
  problem: PackageProblem | null = null;
  /** Bytes that members may still unpack to, and members that may still be read. */
  private left: number = LIMITS.jarUnpackedBytes;
  private members: number = LIMITS.jarMembers;

  /** `inside` is where it is in the file; null: it is the file. Of no bytes only the name is known. */
  read(bytes: Uint8Array, path: string, inside: string | null, depth: number): void {
    const found: Found = { manifest: new Map(), projects: [] };
    try {
      if (bytes.length > 0) this.look(new ZipFile(bytes), found, inside, depth);
    } catch (error) {
      if (!(error instanceof BadZip)) throw error;
      this.problem = depth === 0 ? 'malformed' : 'unopened';
    }
    this.add(packagesOf(path.slice(path.lastIndexOf('/') + 1), found), inside);
  }

  private look(zip: ZipFile, found: Found, inside: string | null, depth: number): void {
    for (const member of zip.members()) {
      if (member.path === MANIFEST) found.manifest = readManifest(this.open(zip, member, LIMITS.packageFileBytes));
      else if (POM.test(member.path)) {
        const project = readPomProperties(this.open(zip, member, LIMITS.packageFileBytes));
        if (project) found.projects.push({ ...project, path: member.path });
      } else if (JAR.test(member.path)) this.inner(zip, member, inside, depth + 1);
      if (this.packages.length === LIMITS.packagesPerLayer) return;
    }
  }

  private inner(zip: ZipFile, member: ZipMember, outer: string | null, depth: number): void {
    const inside = outer === null ? member.path : `${outer}${INTO}${member.path}`;
    const isTooDeep = depth > LIMITS.jarDepth;
    if (isTooDeep) this.problem ??= 'unopened';
    this.read(isTooDeep ? NOTHING : this.open(zip, member, LIMITS.jarBytes), member.path, inside, depth);
  }

  /** The bytes of a member, or the first `most` of them; none where they cannot be read. */
  private open(zip: ZipFile, member: ZipMember, most: number): Uint8Array {
    const unpacked = member.size === member.stored ? 0 : Math.min(member.size, most);
    if (this.members > 0 && unpacked <= this.left) {
      this.members--;
      try {
        const bytes = zip.read(member, most);
        this.left -= unpacked;
        return bytes;
      } catch (error) {
        if (!(error instanceof BadZip)) throw error;
      }
    }
    this.problem ??= 'unopened';
    return NOTHING;
  }

  private add(packages: readonly PackageEntry[], inside: string | null): void {
    for (const each of packages) {
      if (this.packages.length === LIMITS.packagesPerLayer) {
        this.problem = 'cut';
        return;
      }
      const parts = [inside, each.inside].filter((part) => part !== undefined && part !== null);
      this.packages.push(
        parts.length === 0 ? each : { ...each, inside: parts.join(INTO).slice(0, LIMITS.innerPathCharacters) },
      );
    }
  }
}

/** The packages of one jar, without those of the jars in it: itself, and the projects that were packed into it. */
function packagesOf(name: string, { manifest, projects }: Found): PackageEntry[] {
  const named = packageOfName(name);
  const stem = name.replace(JAR, '');
  const self = named ?? packageOfManifest(manifest, stem);
  const own = projects.find(({ artifact }) => artifact === (named?.name ?? stem)) ?? only(projects, self);
  return [
    ...(self && !own ? [self] : []),
    ...projects.map(({ group, artifact, version, path }): PackageEntry => {
      const whole = group === null ? artifact : `${group}:${artifact}`;
      const isOwn = path === own?.path;
      return { name: whole, version, arch: null, ...(!isOwn && { inside: path }) };
    }),
  ];
}

/** The one project of a jar that does not say that it is something else, of another version. */
function only(projects: readonly FoundProject[], self: PackageEntry | null): FoundProject | null {
  const [first, ...others] = projects;
  if (!first || others.length > 0) return null;
  // A bundle has 1.2.0 for 1.2, and a name may have more behind the version.
  return self === null || (first.version !== null && self.version?.startsWith(first.version)) ? first : null;
}
