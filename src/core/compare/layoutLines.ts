import type { Archive, Document } from '../model/archive';
import { encodedPart, type Digest } from '../model/digest';
import type { ColumnId, Facet, Part, Representation } from '../model/representation';
import { hasPath, memberAtSpan } from './layoutMembers';
import type { LayoutNode } from './layoutModel';

/** What the nodes of one column are made from. */
export interface LayoutSource {
  readonly column: ColumnId;
  readonly archive: Pick<Archive, 'members'>;
  readonly representation: Representation | undefined;
  /** Found and derived ones, by id. */
  readonly documents: ReadonlyMap<string, Document>;
}

/** The files of each part, line by line: those of one folder are in one line. */
export type PartLines = ReadonlyMap<Part, readonly (readonly LayoutNode[])[]>;

interface Place {
  readonly part: Part;
  /** When the document has another name in this layout. */
  readonly path?: string;
  readonly also?: Part | null;
  readonly v1Id?: string;
}

/** Collects the nodes of a column. */
export class LayoutLines {
  readonly byPart = new Map<Part, LayoutNode[][]>();

  private readonly facets: ReadonlyMap<Part, Facet>;

  constructor(private readonly source: LayoutSource) {
    this.facets = new Map(source.representation?.facets.map((facet) => [facet.part, facet]));
  }

  /** Adds a line with those of the nodes that there are. */
  add(part: Part, ...nodes: readonly (LayoutNode | null)[]): void {
    const line = nodes.filter((node) => node !== null);
    if (line.length === 0) return;
    const lines = this.byPart.get(part);
    if (lines) lines.push(line);
    else this.byPart.set(part, [line]);
  }

  node(fields: Partial<LayoutNode> & Pick<LayoutNode, 'part' | 'kind' | 'path'>): LayoutNode {
    const { archive, column } = this.source;
    const span = fields.span ?? null;
    const member = memberAtSpan(archive.members, span);
    const origin = fields.origin ?? 'found';
    return {
      id: `${column} ${fields.part} ${fields.path}`,
      column,
      also: null,
      absent: false,
      recipe: null,
      link: origin === 'found' && member !== null && !hasPath(member, fields.path),
      size: span?.length ?? null,
      digest: null,
      diffId: null,
      v1Id: null,
      document: null,
      ...fields,
      origin,
      span,
      member,
    };
  }

  /** The node of a document; null when there is none. */
  document(document: Document | null, { part, path, also = null, v1Id }: Place): LayoutNode | null {
    if (!document) return null;
    const name = path ?? document.path;
    return this.node({
      part,
      also,
      kind: document.kind,
      path: name,
      origin: document.origin === 'found' && document.path === name ? 'found' : 'derived',
      recipe: document.recipe?.code ?? null,
      span: document.span,
      size: document.bytes.length,
      digest: document.digest,
      document: document.id,
      ...(v1Id === undefined ? {} : { v1Id }),
    });
  }

  facet(part: Part): Facet | null {
    return this.facets.get(part) ?? null;
  }

  byId(id: string | null | undefined): Document | null {
    return (id != null && this.source.documents.get(id)) || null;
  }
}

/** Where an OCI layout has the bytes of a digest (OCI image-spec image-layout.md). */
export function blobPath(digest: Digest): string {
  return `blobs/${digest.slice(0, digest.indexOf(':'))}/${encodedPart(digest)}`;
}
