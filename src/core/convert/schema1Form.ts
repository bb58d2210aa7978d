import { imageConfig, statedManifests, whyUnknown } from '../formats/context';
import { valueOf } from '../formats/documents';
import type { WriteContext } from '../formats/format';
import { compatibilityDocuments } from '../formats/schema1Image';
import { Config } from '../formats/shapes';
import { configFromSchema1 } from '../formats/v1Config';
import type { Document } from '../model/archive';
import type { Digest } from '../model/digest';
import type { CannotExport, DroppedField } from '../model/export';
import type { ManifestForm } from '../model/manifestForms';
import { dropped } from './dropped';
import { schema1Manifest } from './schema1Manifest';

/** The schema 1 manifest of an image; `schema2` is what it is made from. */
export async function schema1Form(context: WriteContext, schema2: ManifestForm): Promise<ManifestForm> {
  const found = statedManifests(context).schema1?.manifest;
  if (found) {
    const compatibility = await compatibilityDocuments(found);
    return { kind: 'schema1', manifest: found, config: null, compatibility, dropped: [], cannot: null };
  }
  const config = await imageConfig(context);
  if (typeof config === 'string') return without(config);
  const blobs = knownBlobs(context);
  if (typeof blobs === 'string') return without(blobs);
  return schema1From({ config, blobs, schema2 });
}

/** The schema 1 manifest that a config and the digests of the layers, base first, become. */
export async function schema1From({
  config,
  blobs,
  schema2,
}: {
  readonly config: Document;
  readonly blobs: readonly Digest[];
  readonly schema2: ManifestForm;
}): Promise<ManifestForm> {
  const from = [...(schema2.manifest ? [schema2.manifest.id] : []), config.id];
  const manifest = await schema1Manifest(config, blobs, { code: 'schema1-manifest', from });
  if (typeof manifest === 'string') return without(manifest);
  return {
    kind: 'schema1',
    config: null,
    manifest,
    compatibility: await compatibilityDocuments(manifest),
    dropped: [...schema2.dropped, ...(await lost(config, manifest))],
    cannot: null,
  };
}

function without(cannot: CannotExport): ManifestForm {
  return { kind: 'schema1', manifest: null, config: null, compatibility: [], dropped: [], cannot };
}

/** Digests of the layers as they are stored, which is all that schema 1 says of them: readers know plain bytes and gzip. */
function knownBlobs({ layers }: WriteContext): Digest[] | CannotExport {
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
