import { imageConfig, statedManifests } from '../formats/context';
import { wrongDates } from '../formats/dates';
import { valueOf } from '../formats/documents';
import type { WriteContext } from '../formats/format';
import { readSchema1 } from '../formats/schema1';
import { readSigned } from '../formats/schema1Payload';
import { Config, Manifest } from '../formats/shapes';
import type { Document } from '../model/archive';
import { parseDigest, type Digest } from '../model/digest';
import type { CannotExport, ExportContent, ExportTarget } from '../model/export';
import type { Measurement } from '../model/facts';
import { isElsewhere } from '../model/layerTraits';
import type { Compression } from '../model/mediaType';
import { spanKey, type Span } from '../model/source';
import { fileMember, documentMember, type Attributes, type Member } from './members';

/** An image that is written, and what its bytes were measured to be. */
export interface ExportContext extends WriteContext {
  readonly target: ExportTarget;
  /** By span. */
  readonly measured: ReadonlyMap<string, Measurement>;
}

/** A layer as it is written. */
export interface Written {
  readonly digest: Digest;
  readonly size: number;
  readonly compression: Compression;
  readonly content: ExportContent;
}

/**
 * The image's config, when all that is said of its layers is so: then what is written is accepted. Layers are checked as they
 * were measured, those too whose bytes are only copied; `unpacks` for targets whose layers are all plain.
 */
export async function checkedConfig(
  context: ExportContext,
  { unpacks }: { readonly unpacks: boolean },
): Promise<Document | CannotExport> {
  const config = await imageConfig(context);
  if (typeof config === 'string') return config;
  if (config.recipe?.code === 'config-from-schema1' && !isSoundSchema1(context)) return 'contents-differ';
  if (wrongDates(config).length > 0) return 'dates-unreadable';
  const diffIds = valueOf(config, Config)?.rootfs?.diff_ids ?? [];
  if (diffIds.length !== context.layers.length) return 'contents-differ';
  for (const [i, { span, encrypted }] of context.layers.entries()) {
    if (encrypted && unpacks) return 'layers-encrypted';
    if (span === null) {
      if (unpacks || !isElsewhere(context.image.layers[i]?.traits)) return 'layers-missing';
      continue;
    }
    const measurement = measurementOf(context, span);
    if (!measurement) return 'not-measured';
    if (encrypted) continue;
    if (measurement.diffId === null) return 'layers-unreadable';
    if (measurement.diffId !== diffIds[i]) return 'contents-differ';
  }
  return config;
}

/** Whether readers take a schema 1 manifest, which is no more than its steps, and its name no more than what its signatures cover. */
function isSoundSchema1(context: ExportContext): boolean {
  const manifest = statedManifests(context).schema1?.manifest;
  if (!manifest) return false;
  const { signatures, diagnostics } = readSchema1(manifest);
  const signed = readSigned(manifest.bytes, signatures, manifest.path);
  return signed.payload !== null && diagnostics.every(({ severity }) => severity !== 'error');
}

function measurementOf({ measured }: ExportContext, span: Span): Measurement | undefined {
  return measured.get(spanKey(span));
}

/** The layers of a checked image, base first, each plain: unpacked on the way where it is not. */
export function plainLayers(context: ExportContext): Written[] {
  return writtenLayers(context, []);
}

/** The layers of a checked image as they are stored, but for those in a compression that is not `kept`; one whose bytes are elsewhere has none. */
export function writtenLayers(context: ExportContext, kept: readonly Compression[]): Written[] {
  return context.layers.flatMap(({ span }): Written[] => {
    const measurement = span && measurementOf(context, span);
    if (!measurement) return [];
    const { compression, diffId, unpackedSize, stored } = measurement;
    if (compression === 'none' || kept.includes(compression) || diffId === null || unpackedSize === null) {
      return [{ digest: stored['sha256'] ?? '', size: span.length, compression, content: { kind: 'stored', span } }];
    }
    const content = { kind: 'unpacked', span, compression, size: unpackedSize } as const;
    return [{ digest: diffId, size: unpackedSize, compression: 'none', content }];
  });
}

/**
 * The config and the layers that a manifest names, where `pathOf` puts them. Null when one is not the bytes that the manifest
 * names, or cannot be shown to be: every tool would refuse it.
 */
export function blobMembers(
  context: ExportContext,
  { manifest, config }: { readonly manifest: Document; readonly config: Document },
  attributes: Attributes,
  pathOf: (digest: Digest) => string | null,
): Member[] | null {
  const { config: named, layers = [] } = valueOf(manifest, Manifest) ?? {};
  if (
    !named ||
    !isNamed(named, config.digest, config.bytes.length, config.span && measurementOf(context, config.span))
  ) {
    return null;
  }
  const members = [documentMember(config, attributes, pathOf(named.digest) ?? '')];
  for (const [i, layer] of (layers ?? []).entries()) {
    const span = context.layers[i]?.span;
    if (!span) continue;
    const measurement = measurementOf(context, span);
    if (!isNamed(layer, measurement?.stored['sha256'], span.length, measurement)) return null;
    members.push(fileMember(pathOf(layer.digest) ?? '', { kind: 'stored', span }, attributes));
  }
  return layers?.length === context.layers.length ? members : null;
}

function isNamed(
  named: { readonly digest: string; readonly size?: number | null | undefined },
  sha256: Digest | undefined,
  size: number,
  measurement: Measurement | null | undefined,
): boolean {
  const algorithm = parseDigest(named.digest)?.algorithm;
  const digest = algorithm === 'sha256' ? sha256 : measurement?.stored[algorithm ?? ''];
  return named.size === size && digest === named.digest;
}
