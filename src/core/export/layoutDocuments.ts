import { goStringify } from '../bytes/goJson';
import { derive } from '../formats/documents';
import { goObject, type GoObject } from '../formats/goValues';
import { layoutIndex, REF_NAME } from '../formats/oci';
import type { Document } from '../model/archive';
import { encodedPart, type Digest } from '../model/digest';
import { MEDIA } from '../model/mediaType';
import type { ExportContext } from './contents';
import { fullName, referencesOf, type Reference } from './references';

/** Where an OCI layout has the bytes of a sha256. */
export function layoutPath(digest: Digest): string {
  return `blobs/sha256/${encodedPart(digest)}`;
}

/** `index.json` with an entry for each set of annotations, or one without. */
export function indexDocument(
  { target }: ExportContext,
  manifest: Document,
  annotations: readonly GoObject[],
): Promise<Document> {
  return derive(target, {
    kind: 'layout-index',
    path: 'index.json',
    mediaType: MEDIA.ociIndex,
    bytes: goStringify(layoutIndex(manifest, annotations)),
    recipe: { code: 'oci-index', from: [manifest.id] },
  });
}

/** The `index.json` of Docker and containerd, which have the whole name in an annotation of their own. */
export function namedIndex(context: ExportContext, manifest: Document): Promise<Document> {
  return indexDocument(context, manifest, referencesOf(context.image.names).map(nameAnnotations));
}

function nameAnnotations(reference: Reference): GoObject {
  return goObject([
    ['io.containerd.image.name', fullName(reference)],
    [REF_NAME, reference.tag],
  ]);
}

export function layoutMark({ target }: ExportContext, bytes: Uint8Array<ArrayBuffer>): Promise<Document> {
  const recipe = { code: 'oci-layout', from: [] } as const;
  return derive(target, { kind: 'oci-layout', path: 'oci-layout', mediaType: null, bytes, recipe });
}
