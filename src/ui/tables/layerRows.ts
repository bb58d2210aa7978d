import type { SpanState } from '../../app/state';
import type { ImageLayer, Origin } from '../../core/model/archive';
import type { Digest } from '../../core/model/digest';
import { layerKinds, type LayerKind } from '../../core/model/layerTraits';
import type { Compression } from '../../core/model/mediaType';
import { layerPart } from '../../core/model/representation';
import type { Facet, Finding, Part, Representation, Verdict } from '../../core/model/representation';
import { spanKey } from '../../core/model/source';
import type { V1IdKind } from '../../core/model/v1Id';
import { worst } from './worst';

/** A layer of the image on screen: what its documents say of it, and what measuring its bytes showed. */
export interface LayerRow {
  readonly part: Part;
  /** 1 is the base. */
  readonly number: number;
  readonly createdBy: string | null;
  readonly mediaType: Stated<string> | null;
  readonly storedSize: number | null;
  /** Null until measured, and when the bytes cannot be unpacked. */
  readonly unpackedSize: number | null;
  readonly compression: Compression | null;
  readonly encrypted: boolean;
  /** What it is beyond a tar of file changes. */
  readonly kinds: readonly LayerKind[];
  readonly digest: Stated<Digest> | null;
  readonly diffId: Digest | null;
  readonly chainId: Digest | null;
  readonly v1Id: Stated<string> | null;
  readonly v1IdKind: V1IdKind | null;
  readonly v1IdZone: string | null;
  /** The worst of what its claims came to; null when nothing is claimed of it. */
  readonly verdict: Verdict | null;
  /** The claim that the verdict is of. */
  readonly finding: Finding | null;
}

/** A value as the file states it, or as this page works it out. */
export interface Stated<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** The layers of an image, base first. */
export function layerRows(
  layers: readonly ImageLayer[],
  representations: readonly Representation[],
  findings: readonly Finding[],
  spans: ReadonlyMap<string, SpanState>,
): LayerRow[] {
  // The newest form first: it is the one with descriptors.
  const facetsOf = groups(
    representations.toReversed().flatMap((each) => each.facets.filter((facet) => facet.origin !== 'none')),
    (facet) => facet.part,
  );
  const findingsOf = groups(findings, (finding) => finding.claim.part);
  return layers.map((layer, index) => {
    const part = layerPart(index);
    const facets = facetsOf.get(part) ?? [];
    const state = layer.span && spans.get(spanKey(layer.span));
    const measurement = state?.kind === 'measured' ? state.measurement : null;
    const finding = worst(findingsOf.get(part) ?? []);
    const stored = measurement?.stored['sha256'];
    return {
      part,
      number: index + 1,
      createdBy: layer.createdBy,
      mediaType: stated(facets, (facet) => facet.mediaType),
      storedSize: layer.span?.length ?? first(facets, (facet) => facet.size),
      unpackedSize: measurement?.unpackedSize ?? null,
      compression: layer.compression,
      encrypted: layer.encrypted,
      kinds: layerKinds(layer.traits, measurement?.toc),
      digest:
        stated(facets, (facet) => facet.digest) ?? (stored === undefined ? null : { value: stored, origin: 'derived' }),
      diffId: first(facets, (facet) => facet.diffId) ?? measurement?.diffId ?? null,
      chainId: first(facets, (facet) => facet.chainId),
      v1Id: stated(facets, (facet) => facet.v1Id),
      v1IdKind: first(facets, (facet) => facet.v1IdKind),
      v1IdZone: first(facets, (facet) => facet.v1IdZone),
      verdict: finding?.verdict ?? null,
      finding,
    };
  });
}

function groups<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const result = new Map<string, T[]>();
  for (const value of values) {
    const group = result.get(key(value));
    if (group) group.push(value);
    else result.set(key(value), [value]);
  }
  return result;
}

function stated<T>(facets: readonly Facet[], value: (facet: Facet) => T | null): Stated<T> | null {
  for (const origin of ['found', 'derived'] as const) {
    for (const facet of facets) {
      const found = value(facet);
      if (facet.origin === origin && found !== null) return { value: found, origin };
    }
  }
  return null;
}

function first<T>(facets: readonly Facet[], value: (facet: Facet) => T | null): T | null {
  return stated(facets, value)?.value ?? null;
}
