import type { Image, StatedImage } from '../model/archive';
import { encodedPart } from '../model/digest';
import { layerPart } from '../model/representation';
import { blobPath, LayoutLines, type LayoutSource, type PartLines } from './layoutLines';
import type { LayoutNode } from './layoutModel';

/** The files of an image that the archive states in this very layout. */
export function foundLines(source: LayoutSource, image: Image, stated: StatedImage): PartLines {
  const lines = new LayoutLines(source);
  lines.add('pointer', lines.document(lines.byId(stated.pointer), { part: 'pointer' }));
  if (stated.format === 'docker-v1') {
    stated.layers.forEach((_, i) => lines.add(layerPart(i), ...v1Folder(lines, stated, i)));
    return lines.byPart;
  }
  for (const id of stated.indexes) lines.add('pointer', lines.document(lines.byId(id), { part: 'pointer' }));
  const manifest = lines.byId(stated.manifest);
  // Schema 1 has no config to point at: it is what the ladder calls the pointer.
  const part = manifest?.kind === 'schema1-manifest' ? 'pointer' : 'manifest';
  lines.add(part, lines.document(manifest, { part }));
  const config = lines.document(lines.byId(stated.config), { part: 'config' });
  lines.add('config', config ?? absentConfig(lines, stated));
  lines.add('mark', lines.document(lines.byId(stated.mark), { part: 'mark' }));
  addLayers(lines, image, stated);
  return lines.byPart;
}

/** A config that the manifest names and the archive lacks. */
function absentConfig(lines: LayoutLines, { format }: StatedImage): LayoutNode | null {
  const facet = lines.facet('config');
  if (facet?.note !== 'not-in-archive' || facet.digest === null) return null;
  const { digest, size } = facet;
  const path = format === 'oci-layout' ? blobPath(digest) : encodedPart(digest);
  return lines.node({ part: 'config', kind: 'config', path, digest, size, absent: true });
}

/** Docker archives have the v1 layout's files as well, for readers from before Docker 1.10. */
function addLayers(lines: LayoutLines, image: Image, { format, layers }: StatedImage): void {
  const isDocker = format === 'docker-archive';
  const v1 = isDocker ? image.stated.find((each) => each.format === 'docker-v1') : undefined;
  if (isDocker) lines.add('pointer', lines.document(lines.byId('repositories'), { part: 'pointer' }));
  layers.forEach(({ path, span, ...stated }, i) => {
    const part = layerPart(i);
    const facet = lines.facet(part);
    const layer = lines.node({
      part,
      kind: 'layer',
      path,
      span,
      absent: span === null,
      size: span?.length ?? stated.size,
      digest: stated.digest ?? facet?.digest ?? null,
      diffId: stated.diffId ?? facet?.diffId ?? null,
    });
    const folder = (v1 ? v1Folder(lines, v1, i) : []).filter((node) => node !== null);
    // Docker itself keeps the layer in the folder, skopeo a link to it.
    const isInFolder = folder.some((node) => node.path === path);
    if (!isInFolder) lines.add(part, layer);
    lines.add(part, ...folder.map((node) => (node.path === path ? layer : node)));
  });
}

/** The folder of one v1 layer. The top one's documents are the image's, too. */
function v1Folder(lines: LayoutLines, stated: StatedImage, i: number): (LayoutNode | null)[] {
  const layer = stated.layers[i];
  if (!layer) return [];
  const { path, span } = layer;
  const v1Id = layer.v1Id ?? '';
  const part = layerPart(i);
  const isTop = i === stated.layers.length - 1;
  const { diffId = null } = lines.facet(part) ?? {};
  const mark = stated.layerMarks?.[i] ?? null;
  return [
    lines.document(lines.byId(stated.layerDocuments[i]), { part, also: isTop ? 'config' : null, v1Id }),
    lines.node({ part, kind: 'layer', path, span, absent: span === null, diffId, v1Id }),
    mark &&
      lines.node({
        part,
        also: isTop ? 'mark' : null,
        kind: 'v1-version',
        path: `${v1Id}/VERSION`,
        span: mark,
        v1Id,
        document: isTop ? stated.mark : null,
      }),
  ];
}
