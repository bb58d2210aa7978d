import type { Archive, DocumentKind } from '../../core/model/archive';
import type { Member } from '../../core/model/members';
import { layerPart } from '../../core/model/representation';
import type { Part } from '../../core/model/representation';

/** What a member of the archive is there for. */
export type MemberRole =
  | { readonly kind: 'document'; readonly id: string; readonly document: DocumentKind; readonly unreferenced: boolean }
  | {
      readonly kind: 'layer';
      readonly imageKey: string;
      readonly part: Part;
      readonly number: number;
      readonly shown: boolean;
    }
  /** A part of an artifact. */
  | { readonly kind: 'artifact'; readonly id: string }
  /** The `VERSION` of a v1 layer's folder. */
  | { readonly kind: 'mark' }
  /** A file that nothing points at. */
  | { readonly kind: 'unreferenced' }
  /** Folders, devices and links to them: no file's bytes. */
  | { readonly kind: 'none' };

/**
 * Tells the role of a member: by where its bytes are, and for links by name. Does not go through the archive's orphans,
 * of which there may be hundreds of thousands: a file without another role is one.
 */
export function memberRoles(archive: Archive, imageKey: string | null): (member: Member) => MemberRole {
  const byOffset = new Map<number, MemberRole>();
  const byPath = new Map<string, MemberRole>();
  const add = (offset: number | undefined, path: string | null, role: MemberRole): void => {
    if (offset !== undefined && !byOffset.has(offset)) byOffset.set(offset, role);
    if (path !== null && !byPath.has(path)) byPath.set(path, role);
  };
  const unreferenced = new Set(archive.orphans.flatMap((orphan) => orphan.document ?? []));
  for (const document of archive.documents) {
    add(document.span?.offset, document.path, {
      kind: 'document',
      id: document.id,
      document: document.kind,
      unreferenced: unreferenced.has(document.id),
    });
  }
  const images = archive.images.toSorted((a, b) => Number(b.key === imageKey) - Number(a.key === imageKey));
  for (const image of images) {
    const shown = image.key === imageKey;
    for (const stated of image.stated) {
      stated.layers.forEach((layer, index) => {
        const number = index + 1;
        add(layer.span?.offset, layer.path, {
          kind: 'layer',
          imageKey: image.key,
          part: layerPart(index),
          number,
          shown,
        });
        if (layer.v1Id !== null) add(undefined, `${layer.v1Id}/VERSION`, { kind: 'mark' });
      });
    }
  }
  for (const artifact of archive.artifacts) {
    for (const { span, path } of artifact.parts) add(span?.offset, path, { kind: 'artifact', id: artifact.id });
  }

  return (member) => {
    const ownBytes = member.size > 0 ? byOffset.get(member.data) : undefined;
    if (ownBytes) return ownBytes;
    const isFile = member.type === 'file' || member.type === 'sparse';
    const isLink = member.type === 'symlink' || member.type === 'hardlink';
    const named = byPath.get(member.name.replace(/^(?:\.\/)+/, ''));
    if (named && (isLink || named.kind === 'mark' || member.size === 0)) return named;
    return { kind: isFile ? 'unreferenced' : 'none' };
  };
}
