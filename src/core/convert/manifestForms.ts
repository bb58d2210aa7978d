import { writeContext } from '../formats/writeContext';
import type { Archive, Image } from '../model/archive';
import type { Measurement } from '../model/facts';
import type { ManifestForms } from '../model/manifestForms';
import { manifestForm } from './manifestForm';
import { platformLists } from './platformLists';
import { schema1Form } from './schema1Form';

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
