import type { Document } from '../../model/archive';
import type { Statement } from '../../model/integrity';
import { mediaTypeInfo } from '../../model/mediaType';
import { configPlatform, descriptorPlatform } from '../config';
import { valueOf } from '../documents';
import { Config, Index, Manifest, type Descriptor } from '../shapes';
import { configStatements } from './configs';
import { byJq, documentAt, locate, reading, state, type Place, type StatingContext } from './context';
import { descriptorStatements } from './descriptors';
import { isSamePlatform, platformText } from './platforms';

/** What an index says of its entries, and of what it is about (OCI image-spec image-index.md). A manifest has no entries, and one that has some is ambiguous. */
export function indexStatements(context: StatingContext, index: Document): Statement[] {
  const value = valueOf(index, Index);
  const entries = (value?.manifests ?? []).flatMap((entry, i) => {
    const role = mediaTypeInfo(entry.mediaType ?? '')?.role;
    const about = role === 'index' ? role : role === 'manifest' || !entry.mediaType ? 'manifest' : 'blob';
    // Other platforms and attestations are often left out of an archive on purpose.
    const required = entry.platform == null && entry.annotations?.['vnd.docker.reference.type'] == null;
    const place: Place = { document: index, pointer: `/manifests/${i}`, about, required };
    const platform = platformStatement(context, place, entry);
    return [...descriptorStatements(context, place, entry), ...(platform ? [platform] : [])];
  });
  return [...entries, ...subjectStatements(context, index, value?.subject)];
}

/** The platform of an entry, held against the config that its manifest names. */
function platformStatement(context: StatingContext, { document, pointer }: Place, entry: Descriptor): Statement | null {
  const claimed = descriptorPlatform(entry);
  const config = configOf(context, documentAt(context, entry.digest));
  const actual = configPlatform(valueOf(config, Config));
  if (!claimed || !config || !actual) return null;
  const proof = byJq(config, '[.os, .architecture, .variant // empty] | join("/")', 'os/architecture/variant');
  return state({
    kind: 'platform',
    about: 'manifest',
    document: document.id,
    pointer: `${pointer}/platform`,
    target: config.path,
    claimed: platformText(claimed),
    fact: reading(platformText(actual), isSamePlatform(claimed, actual) ? 'tolerated' : 'mismatch', proof),
  });
}

/** What a manifest is about need not be in the same archive (OCI image-spec manifest.md, `subject`). */
function subjectStatements(
  context: StatingContext,
  document: Document,
  subject: Descriptor | null | undefined,
): Statement[] {
  if (!subject) return [];
  return descriptorStatements(context, { document, pointer: '/subject', about: 'subject', required: false }, subject);
}

function configOf(context: StatingContext, manifest: Document | null): Document | null {
  const config = valueOf(manifest, Manifest)?.config;
  return config && mediaTypeInfo(config.mediaType ?? '')?.role === 'config' ? documentAt(context, config.digest) : null;
}

/** What a manifest says of its config, layers and blobs, and what its config then says of these (OCI image-spec manifest.md). An index has none of them. */
export function manifestStatements(context: StatingContext, manifest: Document): Statement[] {
  const value = valueOf(manifest, Manifest);
  if (!value) return [];
  const isImage = !context.artifacts.has(manifest.id);
  const all: Statement[] = [];
  if (value.config) {
    const place: Place = { document: manifest, pointer: '/config', about: 'config', required: true };
    all.push(...descriptorStatements(context, place, value.config));
  }
  const layers = value.layers ?? [];
  for (const [i, layer] of layers.entries()) {
    const required = isImage && mediaTypeInfo(layer.mediaType ?? '')?.foreign !== true;
    const place: Place = { document: manifest, pointer: `/layers/${i}`, about: 'layer', number: i + 1, required };
    all.push(...descriptorStatements(context, place, layer));
  }
  for (const [i, blob] of (value.blobs ?? []).entries()) {
    const place: Place = { document: manifest, pointer: `/blobs/${i}`, about: 'blob', required: false };
    all.push(...descriptorStatements(context, place, blob));
  }
  const config = configOf(context, manifest);
  if (config) {
    const stating = { document: manifest, pointer: '/layers', isImage };
    const located = layers.map((layer) => locate(context, layer.digest));
    all.push(...configStatements(config, located, stating));
  }
  return all;
}
