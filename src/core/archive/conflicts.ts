import { valueOf } from '../formats/documents';
import { AnyObject } from '../formats/shapes';
import type { Diagnostic } from '../errors';
import type { Document } from '../model/archive';
import { mediaTypeInfo } from '../model/mediaType';

/** Fields by which readers tell what kind of manifest a document is, as containers/image does (internal/manifest, "ValidateUnambiguousManifestFormat"). */
export const TELLING_FIELDS = ['config', 'fslayers', 'history', 'layers', 'manifests'] as const;

const ALLOWED = {
  schema1: ['fslayers', 'history'],
  manifest: ['config', 'layers'],
  index: ['manifests'],
} as const;

/**
 * Documents that are two things at once: one reader takes it for a manifest, another for an index (CVE-2021-41190).
 * Readers written in Go match names in any case, so they are folded here.
 */
export function typeConflicts(documents: readonly Document[]): Diagnostic[] {
  return documents.flatMap((document): Diagnostic[] => {
    const role = roleOf(document);
    if (role === null) return [];
    const value = valueOf(document, AnyObject) ?? {};
    const present = Object.entries(value).flatMap(([name, field]) => (field == null ? [] : [name.toLowerCase()]));
    const fields = TELLING_FIELDS.filter((field) => present.includes(field));
    const allowed: readonly string[] = ALLOWED[role];
    if (fields.every((field) => allowed.includes(field))) return [];
    const reading = document.kind === 'layout-index' ? 'index' : document.kind;
    const details = { path: document.path, kind: role, reading, allowed: allowed.join(' '), fields: fields.join(' ') };
    return [{ code: 'manifest-ambiguous', severity: 'error', path: document.path, details }];
  });
}

function roleOf({ kind, mediaType }: Document): keyof typeof ALLOWED | null {
  if (kind === 'layout-index') return 'index';
  if (kind === 'schema1-manifest') return 'schema1';
  if (kind !== 'manifest' && kind !== 'index') return null;
  const stated = mediaTypeInfo(mediaType ?? '')?.role;
  return stated === 'manifest' || stated === 'index' ? stated : kind;
}
