import { jsonTree } from '../bytes/jsonTree';
import { decodeText } from '../bytes/jsonText';
import type { Masks } from '../config/masks';
import type { Document } from '../model/archive';
import type { CauseCode, DiffSide, DocumentDiff, DocumentName, LayerRow, Two } from '../model/imageDiff';
import { mediaTypeInfo } from '../model/mediaType';
import { configValues } from './configDiff';
import { jsonForms, type JsonText } from './jsonForms';
import { manifestValues } from './manifestDiff';
import type { ValueDiffs } from './values';

/** The config of an image: as the archive has it, or else worked out; null when there is none. */
export function configOf({ documents, image }: DiffSide): Document | null {
  const found = documents.find(({ id }) => id === image.config);
  return found ?? documents.find(({ kind, origin }) => kind === 'config' && origin === 'derived') ?? null;
}

/** The manifests that two archives have, of one family where they can be; null for an archive that has none. */
export function manifestsOf(a: DiffSide, b: DiffSide): Two<Document | null> {
  const [ofA, ofB] = [statedManifests(a), statedManifests(b)];
  for (const left of ofA) {
    const right = ofB.find((each) => kindOf(each) === kindOf(left));
    if (right) return { a: left, b: right };
  }
  return { a: ofA[0] ?? null, b: ofB[0] ?? null };
}

function statedManifests({ documents, image }: DiffSide): Document[] {
  return image.stated.flatMap(({ manifest }) => documents.find(({ id }) => id === manifest) ?? []);
}

function kindOf({ kind, mediaType }: Document): string {
  return kind === 'schema1-manifest' ? kind : (mediaTypeInfo(mediaType ?? '')?.family ?? 'oci');
}

/** Two documents held against each other, and how many differences come from what. */
export interface ComparedDocuments {
  readonly diff: DocumentDiff;
  readonly causes: ReadonlyMap<CauseCode, number>;
}

const FORM_CAUSES = { 'key-order': 'key-order', whitespace: 'whitespace', spelling: 'json-spelling' } as const;

export function compareDocuments(
  view: 'config' | 'manifest',
  { a, b }: Two<Document | null>,
  layers: readonly LayerRow[],
  masks: Masks,
): ComparedDocuments {
  const none = { a: a && nameOf(a), b: b && nameOf(b), values: [], valueCount: 0, forms: [] };
  if (!a || !b) return { diff: { ...none, same: a === b }, causes: new Map() };
  if (a.digest === b.digest) return { diff: { ...none, same: true }, causes: new Map() };
  const isOtherKind = view === 'manifest' && (a.kind === 'schema1-manifest') !== (b.kind === 'schema1-manifest');
  if (isOtherKind) return { diff: { ...none, same: false }, causes: new Map([['manifest-kind', 1]]) };
  const [left, right] = [readJson(a), readJson(b)];
  const other = view === 'config' ? 'config-other' : 'manifest-other';
  if (!left || !right) return { diff: { ...none, same: false }, causes: new Map([[other, 1]]) };
  const found: ValueDiffs = (view === 'config' ? configValues : manifestValues)(left, right, layers, masks);
  // What we worked out is in our own form.
  const areFound = a.origin === 'found' && b.origin === 'found';
  const isOnlyForm = found.count === 0 && layers.every(({ state }) => state === 'same');
  const forms = areFound ? jsonForms(left, right, isOnlyForm) : [];
  const causes = new Map(found.causes);
  for (const form of forms) causes.set(FORM_CAUSES[form], 1);
  return { diff: { ...none, same: false, values: found.values, valueCount: found.count, forms }, causes };
}

function readJson({ bytes }: Document): JsonText | null {
  const decoded = decodeText(bytes);
  const root = decoded.ok ? jsonTree(decoded.text) : null;
  return decoded.ok && root ? { text: decoded.text, root } : null;
}

function nameOf({ id, path, digest, origin, mediaType, bytes }: Document): DocumentName {
  return { id, path, digest, origin, mediaType, size: bytes.length };
}
