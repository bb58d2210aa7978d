import type { OpenSource, Workspace } from '../../app/state';
import { fileLink, registryLink, sampleLink, snapshotLink, urlLink } from '../../app/sourceLink';

/** What a link can be about. */
export type LinkKind = 'sample' | 'url' | 'registry' | 'file' | 'snapshot';

/** The kinds of link that there are for what is open, the shortest first. */
export function linkKinds(source: OpenSource | null, { archive }: Workspace): LinkKind[] {
  if (archive.snapshot || !source || source.kind === 'folder' || source.kind === 'snapshot') return ['snapshot'];
  return [source.kind, 'snapshot'];
}

/** The `src` of the link; null until what it needs is there. */
export function sourceOf(
  kind: LinkKind,
  source: OpenSource | null,
  { digest, payload }: { readonly digest: string | null; readonly payload: string | null },
): string | null {
  if (kind === 'snapshot') return payload === null ? null : snapshotLink(payload);
  if (source?.kind === 'sample') return sampleLink(source.name);
  if (source?.kind === 'url') return urlLink(source.url);
  if (source?.kind === 'registry') return registryLink(source.reference);
  if (source?.kind === 'file' && digest !== null) {
    return fileLink({ digest, name: source.file.name, size: source.file.size });
  }
  return null;
}
