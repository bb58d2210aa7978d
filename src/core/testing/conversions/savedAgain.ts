import { unpackTar, type ParsedTarEntryWithData } from 'modern-tar';
import { planExport } from '../../engine';
import type { Archive, Image, WriterId } from '../../model/archive';
import type { ExportTarget } from '../../model/export';
import type { Measurement } from '../../model/facts';
import { packPlan } from '../packPlan';

/** The layout that writes as a known writer does. */
const TARGETS: Readonly<Partial<Record<WriterId, ExportTarget>>> = {
  'docker-1.10': 'docker-archive-docker20',
  'docker-25': 'docker-archive-docker25',
  'containers-archive': 'docker-archive-skopeo',
  'containers-oci-old': 'oci-archive-skopeo',
  'containers-oci': 'oci-archive-skopeo',
  containerd: 'oci-archive-containerd',
};

/**
 * An archive of one image saved again in the layout of its own writer, held against it member by member. Empty where there is no such layout, or
 * where it holds more than the image, if only an index.
 */
export async function savedAgain(
  { archive, measurements }: { readonly archive: Archive; readonly measurements: readonly Measurement[] },
  image: Image,
  theirs: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const target = targetOf(archive, image);
  const hasMore = archive.images.length > 1 || archive.artifacts.length > 0;
  if (!target || hasMore || image.stated.some(({ indexes }) => indexes.length > 0)) return '';
  const plan = await planExport(archive, image, measurements, target);
  if ('cannot' in plan) return '';
  const ours = await packPlan(plan, archive.source);
  if (Buffer.compare(ours, theirs) === 0) return 'equal';
  return compareMembers(await unpackTar(ours), await unpackTar(theirs));
}

function targetOf({ writer, documents }: Archive, image: Image): ExportTarget | undefined {
  if (writer?.writer !== 'containers-dir') return TARGETS[writer?.writer ?? 'jib'];
  const manifest = documents.find(({ id }) => image.stated.some((stated) => stated.manifest === id));
  if (manifest?.kind === 'schema1-manifest') return 'dir-schema1';
  return manifest?.mediaType?.includes('docker') ? 'dir-schema2' : 'dir-oci';
}

/** The type is a field of its own; Docker and containers/image put it into the mode, too. */
const PERMISSIONS = 0o7777;

function compareMembers(ours: readonly ParsedTarEntryWithData[], theirs: readonly ParsedTarEntryWithData[]): string {
  const names = (entries: readonly ParsedTarEntryWithData[]): string =>
    entries.map(({ header }) => header.name).join('\n');
  if (names(ours) !== names(theirs)) return 'differs: the members';
  const others = new Set<string>();
  for (const [i, { header, data }] of ours.entries()) {
    const their = theirs[i];
    if (!their) continue;
    const { mode = 0, mtime, type, linkname, uid, gid, uname, gname } = their.header;
    if (((header.mode ?? 0) & PERMISSIONS) !== (mode & PERMISSIONS)) others.add('modes');
    if (String(header.mtime) !== String(mtime)) others.add('times');
    if (header.type !== type || header.linkname !== linkname) others.add('types');
    if (header.uid !== uid || header.gid !== gid || header.uname !== uname || header.gname !== gname)
      others.add('owners');
    if (Buffer.compare(data ?? new Uint8Array(), their.data ?? new Uint8Array()) !== 0)
      others.add(`\`${header.name}\``);
  }
  return others.size === 0 ? 'equal members' : `equal but for ${[...others].join(', ')}`;
}
