import type { Document } from '../model/archive';
import { encodedPart } from '../model/digest';
import type { Facet } from '../model/representation';
import { blobPath, LayoutLines, type LayoutSource, type PartLines } from './layoutLines';

/** The files that an image would have in the column's layout. Those that the archive has under the same name are found. */
export function derivedLines(source: LayoutSource): PartLines {
  const lines = new LayoutLines(source);
  lines.add('pointer', lines.document(documentOf(lines, lines.facet('pointer')), { part: 'pointer' }));
  const layers = (source.representation?.facets ?? []).filter(
    ({ role, origin }) => role === 'layer' && origin !== 'none',
  );
  switch (source.column) {
    case 'v1':
      addV1(lines, layers);
      break;
    case 'v2s2':
      addDockerArchive(lines);
      addLayers(lines, layers);
      break;
    case 'oci':
      addOci(lines);
      addLayers(lines, layers);
      break;
  }
  return lines.byPart;
}

function documentOf(lines: LayoutLines, facet: Facet | null): Document | null {
  return facet === null || facet.origin === 'none' ? null : lines.byId(facet.document);
}

/** A folder for each layer. The constant `VERSION` is in each of them. */
function addV1(lines: LayoutLines, layers: readonly Facet[]): void {
  const version = documentOf(lines, lines.facet('mark'));
  layers.forEach(({ part, v1Id, path, span, document, diffId, size }, i) => {
    if (v1Id === null || path === null) return;
    const isTop = i === layers.length - 1;
    const recipe = span ? 'layer-reused' : null;
    lines.add(
      part,
      lines.document(lines.byId(document), { part, path: `${v1Id}/json`, also: isTop ? 'config' : null, v1Id }),
      lines.node({ part, kind: 'layer', path, span, diffId, size, v1Id, recipe, origin: 'derived' }),
      lines.document(version, { part, path: `${v1Id}/VERSION`, also: isTop ? 'mark' : null, v1Id }),
    );
  });
}

/** Of this column's documents, a docker archive has no manifest and no mark. */
function addDockerArchive(lines: LayoutLines): void {
  const config = documentOf(lines, lines.facet('config'));
  if (config)
    lines.add('config', lines.document(config, { part: 'config', path: `${encodedPart(config.digest)}.json` }));
}

function addOci(lines: LayoutLines): void {
  for (const part of ['manifest', 'config'] as const) {
    const document = documentOf(lines, lines.facet(part));
    if (document) lines.add(part, lines.document(document, { part, path: blobPath(document.digest) }));
  }
  lines.add('mark', lines.document(documentOf(lines, lines.facet('mark')), { part: 'mark' }));
}

function addLayers(lines: LayoutLines, layers: readonly Facet[]): void {
  for (const { part, path, span, digest, diffId, size, recipe, origin } of layers) {
    if (path === null || origin === 'none') continue;
    lines.add(part, lines.node({ part, kind: 'layer', path, span, digest, diffId, size, recipe, origin }));
  }
}
