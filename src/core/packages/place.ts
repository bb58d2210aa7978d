import type {
  ImagePackage,
  PackageChange,
  PackageDatabase,
  PackageEntry,
  PackageKind,
  PackageProblem,
  PackageStep,
} from '../model/packages';

/** What happened to a file that lists packages. */
export interface PlaceEvent {
  readonly event: number;
  readonly layer: number;
  readonly node: number;
  readonly isThere: boolean;
  /** What it lists from then on; null when nothing can be read in it. */
  readonly file: { readonly packages: readonly PackageEntry[]; readonly problem: PackageProblem | null } | null;
}

interface PlaceFile {
  readonly path: string;
  /** Whether it lists many packages, which may be there without it. */
  readonly isDatabase: boolean;
}

interface Track {
  readonly name: string;
  readonly arch: string | null;
  path: string;
  inside: string | null;
  /** How many files of the place list each version. */
  readonly counts: Map<string, number>;
  last: readonly string[];
  readonly steps: PackageStep[];
}

/** A database, or a folder of metadata files in which a package's new version takes the place of the old one: its packages, layer by layer. */
export class Place {
  private readonly files = new Map<number, PlaceFile>();
  private readonly events: PlaceEvent[] = [];
  private readonly current = new Map<number, PlaceEvent>();
  private readonly tracks = new Map<string, Track>();

  constructor(private readonly kind: PackageKind) {}

  add(file: PlaceFile, node: number, events: readonly PlaceEvent[]): void {
    this.files.set(node, file);
    for (const each of events) this.events.push(each);
  }

  /** Goes through the layers. */
  run(): void {
    this.events.sort((a, b) => a.event - b.event);
    for (let from = 0; from < this.events.length;) {
      const layer = this.events[from]?.layer ?? 0;
      let to = from;
      while (this.events[to]?.layer === layer) to++;
      this.layer(layer, this.events.slice(from, to));
      from = to;
    }
  }

  /** Every package that was ever listed. */
  packages(): ImagePackage[] {
    return [...this.tracks.values()].map(({ name, arch, path, inside, counts, last, steps }) => {
      const versions = versionsOf(counts);
      const there = counts.size > 0;
      return { kind: this.kind, name, arch, path, inside, there, versions: there ? versions : last, steps };
    });
  }

  databases(): PackageDatabase[] {
    return [...this.files].flatMap(([node, { path, isDatabase }]): PackageDatabase[] => {
      if (!isDatabase) return [];
      const all = this.events.filter((each) => each.node === node);
      const last = all.at(-1);
      const read = all.findLast(({ file }) => file !== null)?.file;
      const layers = new Set(all.flatMap(({ isThere, layer }) => (isThere ? [layer] : [])));
      const goneIn = last && !last.isThere ? last.layer : null;
      const count = read?.packages.length ?? 0;
      return [{ kind: this.kind, path, layers: [...layers], goneIn, count, problem: read?.problem ?? null }];
    });
  }

  private layer(layer: number, events: readonly PlaceEvent[]): void {
    /** Versions before this layer, of the packages that it touches. */
    const before = new Map<Track, readonly string[]>();
    /** Packages of which it is not known whether they are gone. */
    const doubtful = new Set<Track>();
    const touch = (entry: PackageEntry): Track => {
      const track = this.trackOf(entry);
      if (!before.has(track)) before.set(track, versionsOf(track.counts));
      return track;
    };
    for (const next of events) {
      const { path = '', isDatabase = false } = this.files.get(next.node) ?? {};
      const isDoubtful = isDatabase && (next.file === null || next.file.problem !== null);
      for (const entry of this.current.get(next.node)?.file?.packages ?? []) {
        const track = touch(entry);
        const version = entry.version ?? '';
        const count = track.counts.get(version) ?? 0;
        if (count > 1) track.counts.set(version, count - 1);
        else track.counts.delete(version);
        if (isDoubtful) doubtful.add(track);
      }
      for (const entry of next.file?.packages ?? []) {
        const track = touch(entry);
        const version = entry.version ?? '';
        track.counts.set(version, (track.counts.get(version) ?? 0) + 1);
        track.path = path;
        track.inside = entry.inside ?? null;
      }
      this.current.set(next.node, next);
    }
    for (const [track, old] of before) {
      const versions = versionsOf(track.counts);
      if (versions.length > 0) track.last = versions;
      const change = changeOf(old, versions, doubtful.has(track));
      if (change !== null) track.steps.push({ layer, change, versions });
    }
  }

  private trackOf({ name, arch }: PackageEntry): Track {
    const key = `${arch ?? ''}\0${name}`;
    const known = this.tracks.get(key);
    if (known) return known;
    const made: Track = { name, arch, path: '', inside: null, counts: new Map(), last: [], steps: [] };
    this.tracks.set(key, made);
    return made;
  }
}

function versionsOf(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts.keys()].sort();
}

function changeOf(old: readonly string[], versions: readonly string[], isDoubtful: boolean): PackageChange | null {
  if (old.length === 0) return versions.length === 0 ? null : 'installed';
  if (versions.length === 0) return isDoubtful ? 'unlisted' : 'removed';
  const isSame = old.length === versions.length && old.every((each, i) => each === versions[i]);
  return isSame ? null : 'changed';
}
