import { imageConfig, statedManifests, whyUnknown } from '../formats/context';
import { valueOf } from '../formats/documents';
import type { WriteContext } from '../formats/format';
import { compatibilityDocuments } from '../formats/schema1Image';
import { Config } from '../formats/shapes';
import { configFromSchema1 } from '../formats/v1Config';
import { writeContext } from '../formats/writeContext';
import type { Archive, Document, Image } from '../model/archive';
import type { Digest } from '../model/digest';
import type { DroppedField } from '../model/export';
import type { Measurement } from '../model/facts';
import type { CannotForm, ManifestForm, ManifestForms } from '../model/manifestForms';
import { dropped } from './dropped';
import { manifestForm } from './manifestForm';
import { platformLists } from './platformLists';
import { schema1Manifest } from './schema1Manifest';

/**
 * The image's manifest as schema 1, schema 2 and OCI, and what lists its platforms as list and index: what the archive has as it
 * is, the others as containers/image converts them. Before the layers are measured, some can be made and some not.
 */
export async function manifestForms(
  archive: Pick<Archive, 'documents' | 'images'>,
  image: Image,
  measurements: readonly Measurement[],
): Promise<ManifestForms> {
  const context = writeContext(archive, image, measurements);
  const schema2 = await manifestForm(context, 'schema2');
  const oci = await manifestForm(context, 'oci');
  const schema1 = await schema1Form(context, schema2);
  return { manifests: { schema1, schema2, oci }, lists: await platformLists(archive, image, measurements) };
}

/** The schema 1 manifest of an image; `schema2` is what it is made from. */
export async function schema1Form(context: WriteContext, schema2: ManifestForm): Promise<ManifestForm> {
  const form = { kind: 'schema1', config: null } as const;
  const cannot = (code: CannotForm): ManifestForm => ({
    ...form,
    manifest: null,
    compatibility: [],
    dropped: [],
    cannot: code,
  });
  const found = statedManifests(context).schema1?.manifest;
  if (found) {
    return { ...form, manifest: found, compatibility: await compatibilityDocuments(found), dropped: [], cannot: null };
  }
  const config = await imageConfig(context);
  if (typeof config === 'string') return cannot(config);
  const blobs = knownBlobs(context);
  if (typeof blobs === 'string') return cannot(blobs);
  const from = [...(schema2.manifest ? [schema2.manifest.id] : []), config.id];
  const manifest = await schema1Manifest(config, blobs, { code: 'schema1-manifest', from });
  if (typeof manifest === 'string') return cannot(manifest);
  return {
    ...form,
    manifest,
    compatibility: await compatibilityDocuments(manifest),
    dropped: [...schema2.dropped, ...(await lost(config, manifest))],
    cannot: null,
  };
}

/** Digests of the layers as they are stored, which is all that schema 1 says of them: readers know plain bytes and gzip. */
function knownBlobs({ layers }: WriteContext): Digest[] | CannotForm {
  if (layers.some(({ encrypted }) => encrypted)) return 'layers-encrypted';
  if (layers.some(({ compression }) => compression !== null && compression !== 'none' && compression !== 'gzip')) {
    return 'compression-unknown-to-docker';
  }
  const digests = layers.flatMap(({ digest }) => digest ?? []);
  return digests.length === layers.length ? digests : whyUnknown(layers);
}

/** What of the config does not come back when the schema 1 manifest is converted again. */
async function lost(config: Document, schema1: Document): Promise<readonly DroppedField[]> {
  // The DiffIDs are not in it either, but measuring the layers gives them again.
  const diffIds = valueOf(config, Config)?.rootfs?.diff_ids ?? [];
  return dropped(config, await configFromSchema1(schema1, diffIds));
}
