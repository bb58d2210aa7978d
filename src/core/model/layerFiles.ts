import type { MemberColumns } from './members';
import type { OsRelease, PackageFile } from './packages';
import type { SensitiveMark } from './sensitive';
import { spanKey, type Span } from './source';

/** What a layer's tar lists. Offsets are those in the unpacked layer. */
export interface LayerFiles {
  /** The layer's stored bytes. */
  readonly span: Span;
  /** Member or document that the layer is, for what is said of it. */
  readonly path: string;
  /** Entries in stored order, whiteouts among them, as the tar has them. */
  readonly entries: MemberColumns;
  /** There may be more that could not be read. */
  readonly cut: boolean;
  readonly readings: LayerReadings;
}

/** What was read in files of a layer as it came by. Their bytes are not kept. */
export interface LayerReadings {
  readonly systems: readonly { readonly row: number; readonly release: OsRelease }[];
  readonly packages: readonly PackageFile[];
  readonly sensitive: readonly SensitiveMark[];
  /** There was more than is kept. */
  readonly cut: boolean;
}

export const NO_READINGS: LayerReadings = { systems: [], packages: [], sensitive: [], cut: false };

/** What is known of each layer, the base first; null where nothing is. `known` is by span key. */
export function filesByLayer(
  layers: readonly { readonly span: Span | null }[],
  known: ReadonlyMap<string, LayerFiles>,
): (LayerFiles | null)[] {
  return layers.map(({ span }) => (span && known.get(spanKey(span))) ?? null);
}
