import { LIMITS } from '../limits';
import { FILE_CHANGES, pathOfNode, type FileTree } from '../model/fileTree';
import type { LayerReadings } from '../model/layerFiles';
import { MEMBER_TYPES } from '../model/members';
import type { ImagePackage, Installed, PackageFile, PackageKind, SystemFile } from '../model/packages';
import { Place, type PlaceEvent } from './place';
import { isDatabase, isOsRelease, placeOf } from './readers';

const NONE = -1;
const REMOVED = FILE_CHANGES.indexOf('removed');
const FILE = MEMBER_TYPES.indexOf('file');

/**
 * What is installed in the final image, and which layers installed, changed and removed it: by the versions of each database, and
 * the metadata files that came and went, layer by layer. `readings` are by layer; null: not known.
 */
export function findInstalled(tree: FileTree, readings: readonly (LayerReadings | null)[]): Installed {
  const lookUp = readingsByEvent(tree, readings);
  const { places, unread } = placesOf(tree, lookUp.packages);
  const packages: ImagePackage[] = [];
  const databases: Installed['databases'][number][] = [];
  for (const [, place] of places) {
    place.run();
    packages.push(...place.packages());
    databases.push(...place.databases());
  }
  packages.sort((a, b) => compare(a.kind, b.kind) || compare(a.name, b.name) || compare(a.path, b.path));
  databases.sort((a, b) => compare(a.path, b.path));
  return {
    systems: systemsOf(tree, lookUp.systems),
    packages,
    databases,
    unread: unread.slice(0, LIMITS.unreadPackages),
    unreadCount: unread.length,
    unknownLayers: readings.flatMap((each, layer) =>
      each === null || each.cut || lookUp.cut.has(layer) ? [layer] : [],
    ),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface ByEvent {
  readonly packages: ReadonlyMap<number, PackageFile>;
  readonly systems: ReadonlyMap<number, SystemFile['release']>;
  /** Layers of which not everything is looked at. */
  readonly cut: ReadonlySet<number>;
}

/** What was read in the entry that made each event; of a hard link, in what it leads to. */
function readingsByEvent({ events }: FileTree, readings: readonly (LayerReadings | null)[]): ByEvent {
  const byRow = readings.map((each) => ({
    packages: new Map(each?.packages.map((file) => [file.row, file])),
    systems: new Map(each?.systems.map(({ row, release }) => [row, release])),
  }));
  // One layer may be there many times, and one file under many names.
  let left: number = LIMITS.packagesPerArchive;
  const cut = new Set<number>();
  const packages = new Map<number, PackageFile>();
  const systems = new Map<number, SystemFile['release']>();
  for (let event = 0; event < events.count; event++) {
    if (events.change[event] === REMOVED) continue;
    const target = events.target[event] ?? NONE;
    const of = target === NONE ? event : target;
    const layer = byRow[events.layer[of] ?? 0];
    const row = events.row[of] ?? NONE;
    const file = layer?.packages.get(row);
    const release = layer?.systems.get(row);
    left -= file?.packages.length ?? 0;
    if (left < 0) cut.add(events.layer[event] ?? 0);
    else if (file) packages.set(event, file);
    if (release) systems.set(event, release);
  }
  return { packages, systems, cut };
}

/** The places that list packages, each with everything that happened in it. */
function placesOf(
  { nodes, events }: FileTree,
  read: ReadonlyMap<number, PackageFile>,
): { places: Map<string, Place>; unread: Installed['unread'][number][] } {
  const kinds = new Map<number, PackageKind>();
  for (const [event, { kind }] of read) kinds.set(events.node[event] ?? 0, kind);
  const places = new Map<string, Place>();
  const unread: Installed['unread'][number][] = [];
  for (const [node, kind] of [...kinds].sort(([a], [b]) => a - b)) {
    const path = pathOfNode(nodes, node);
    const key = `${kind} ${placeOf(kind, path)}`;
    const place = places.get(key) ?? new Place(kind);
    places.set(key, place);
    const listed: PlaceEvent[] = [];
    for (let event = nodes.first[node] ?? NONE; event !== NONE; event = events.next[event] ?? NONE) {
      const isThere = events.change[event] !== REMOVED;
      const isEmpty = isThere && events.type[event] === FILE && events.size[event] === 0;
      const file = read.get(event) ?? (isEmpty ? { kind, packages: [], problem: null } : null);
      listed.push({ event, layer: events.layer[event] ?? 0, node, isThere, file });
    }
    place.add({ path, isDatabase: isDatabase(path) }, node, listed);
    const last = listed.at(-1)?.file;
    if (last?.problem && !isDatabase(path)) unread.push({ path, kind, problem: last.problem });
  }
  return { places, unread };
}

function systemsOf({ nodes, events }: FileTree, read: ReadonlyMap<number, SystemFile['release']>): SystemFile[] {
  const systems = [...read].flatMap(([event, release]): SystemFile[] => {
    const node = events.node[event] ?? 0;
    const path = pathOfNode(nodes, node);
    const there = nodes.last[node] === event;
    return isOsRelease(path) ? [{ path, layer: events.layer[event] ?? 0, there, release }] : [];
  });
  const rank = ({ path, there }: SystemFile): number => (there ? 1 : 0) + (there && path.startsWith('etc') ? 1 : 0);
  return systems.sort((a, b) => rank(a) - rank(b) || a.layer - b.layer);
}
