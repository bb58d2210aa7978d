import { imageConfig, statedManifests } from '../formats/context';
import type { WriteContext } from '../formats/format';
import { writeOci } from '../formats/oci';
import { writeSchema2 } from '../formats/schema2';
import { compatibilityDocuments } from '../formats/schema1Image';
import type { Document } from '../model/archive';
import type { DroppedField } from '../model/export';
import type { ManifestForm } from '../model/manifestForms';
import { dropped } from './dropped';

const WRITE = { schema2: writeSchema2, oci: writeOci } as const;

/** The schema 2 or OCI manifest of an image, with its config. */
export async function manifestForm(context: WriteContext, kind: 'schema2' | 'oci'): Promise<ManifestForm> {
  const { manifest, config, cannot } = await WRITE[kind](context);
  const form = { kind, manifest, compatibility: [] };
  if (!manifest) return { ...form, config: null, dropped: [], cannot };
  return { ...form, config, dropped: await droppedBy(context, manifest, config), cannot: null };
}

/** What the archive's own manifest and config say and the derived ones do not. */
async function droppedBy(
  context: WriteContext,
  manifest: Document,
  config: Document | null,
): Promise<readonly DroppedField[]> {
  if (manifest.origin === 'found') return [];
  const { schema1, schema2, oci } = statedManifests(context);
  const source = (schema2 ?? oci)?.manifest;
  const original = await imageConfig(context);
  return [
    ...(source ? dropped(source, manifest) : []),
    ...(config && typeof original !== 'string' && original.origin === 'found' ? dropped(original, config) : []),
    ...(config && schema1 ? await droppedFromTop(schema1.manifest, config) : []),
  ];
}

/** What the newest step of a schema 1 manifest says of itself, and a config does not. */
async function droppedFromTop(schema1: Document, config: Document): Promise<readonly DroppedField[]> {
  const top = (await compatibilityDocuments(schema1)).at(-1);
  return top ? dropped(top, config) : [];
}
