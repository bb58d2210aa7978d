import { LIMITS } from '../limits';
import type { LayerReadings } from '../model/layerFiles';
import type { PackageFile, PackageKind } from '../model/packages';
import type { SensitiveMark } from '../model/sensitive';
import { GoBinary } from '../packages/goBinary';
import { readOsRelease } from '../packages/osRelease';
import { isOsRelease, packageReader, type PackageReader } from '../packages/readers';
import type { Read } from '../packages/read';
import { judge } from '../sensitive/judge';
import { suspectOf, type Suspect } from '../sensitive/suspects';
import type { BodyTaker, ComingMember } from '../tar/stream';

/**
 * Reads the files of a layer that say what is installed, or may hold a secret, as they come by: one at a time, each let go as soon as
 * it is read, so that nothing of a secret leaves this place.
 */
export class Readings {
  private readonly systems: LayerReadings['systems'][number][] = [];
  private readonly packages: PackageFile[] = [];
  private readonly sensitive: SensitiveMark[] = [];
  private count = 0;
  private cut = false;
  /** Reads what came of a body that may not come to its end. */
  private finishBody: (() => void) | null = null;

  /** Who takes the body of a member; null when nothing is to be read in it. */
  takerOf({ index, path, size }: ComingMember): BodyTaker | null {
    this.finishBody?.();
    const isSystem = isOsRelease(path);
    const reader = packageReader(path);
    const suspect = suspectOf(path);
    if (!isSystem && !reader && !suspect) return size < LIMITS.goBinaryBytes ? null : this.program(index);
    const wanted = Math.max(
      isSystem ? LIMITS.packageFileBytes : 0,
      reader && !(reader.whole && size > reader.bytes) ? reader.bytes : 0,
      suspect?.look ? LIMITS.sensitiveBytes : 0,
    );
    const read = (bytes: Uint8Array): void => {
      this.finishBody = null;
      if (isSystem) this.systems.push({ row: index, release: readOsRelease(bytes) });
      if (reader) this.addPackages(index, reader.kind, cutTo(reader, bytes, size, path));
      if (suspect) this.addSensitive(index, suspect, bytes);
    };
    return this.collect(Math.min(wanted, size), read);
  }

  finish(): LayerReadings {
    this.finishBody?.();
    const { systems, packages, sensitive, cut } = this;
    return { systems, packages, sensitive, cut };
  }

  /** Looks through a program. */
  private program(row: number): BodyTaker {
    const program = new GoBinary();
    this.finishBody = () => {
      this.finishBody = null;
      const read = program.finish();
      if (read) this.addPackages(row, 'go', read);
    };
    return (chunk) => program.take(chunk);
  }

  private collect(wanted: number, read: (bytes: Uint8Array) => void): BodyTaker | null {
    if (wanted === 0) {
      read(new Uint8Array(0));
      return null;
    }
    const bytes = new Uint8Array(wanted);
    let filled = 0;
    this.finishBody = () => read(bytes.subarray(0, filled));
    return (chunk) => {
      if (filled === wanted) return;
      const part = chunk.subarray(0, wanted - filled);
      bytes.set(part, filled);
      filled += part.length;
      if (filled === wanted) this.finishBody?.();
    };
  }

  private addPackages(row: number, kind: PackageKind, { packages, problem }: Read): void {
    if (packages.length === 0 && problem === null && !isListing(kind)) return;
    this.count += Math.max(1, packages.length);
    if (this.count > LIMITS.packagesPerLayer) this.cut = true;
    else this.packages.push({ row, kind, packages, problem });
  }

  private addSensitive(row: number, suspect: Suspect, bytes: Uint8Array): void {
    const by = judge(suspect, bytes);
    if (by === null) return;
    if (this.sensitive.length === LIMITS.sensitivePerLayer) this.cut = true;
    else this.sensitive.push({ row, kind: suspect.kind, by });
  }
}

/** Whether a file of this kind says something by having no package in it. */
function isListing(kind: PackageKind): boolean {
  return kind === 'deb' || kind === 'apk' || kind === 'rpm';
}

/** What a file lists; when it is longer than what is looked at, that is what is wrong with it. */
function cutTo({ bytes: most, whole, read }: PackageReader, bytes: Uint8Array, size: number, path: string): Read {
  const isCut = most > 0 && bytes.length < size;
  if (isCut && whole) return { ...read(new Uint8Array(0), path), problem: 'unopened' };
  const found = read(bytes, path);
  return isCut && found.problem !== 'berkeley' ? { ...found, problem: 'cut' } : found;
}
