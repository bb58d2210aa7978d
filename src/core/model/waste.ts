/** Why bytes that a layer stores are in no final file. */
export type WasteReason = 'removed' | 'replaced' | 'repeated' | 'twice';

/** A path of which layers store bytes that are hidden in the end. */
export interface WasteRow {
  readonly node: number;
  readonly bytes: number;
  /** Hidden copies. */
  readonly copies: number;
  /** Layers that store them, from 0. */
  readonly layers: readonly number[];
  /** Of the last hidden copy: a later layer removed it, put other bytes or the same entry in its place, or its own layer has it twice. */
  readonly reason: WasteReason;
  /** The layer that hid the last copy, from 0. */
  readonly hiddenBy: number;
}

/** The bytes that the layers of an image store for nothing. */
export interface Waste {
  /** File bytes in all layers, those that the final image shows, and the others. */
  readonly stored: number;
  readonly shown: number;
  readonly wasted: number;
  /** By layer: bytes stored there that are hidden, and bytes of lower layers that it hides. */
  readonly hidden: readonly number[];
  readonly hides: readonly number[];
  /** The largest first, at most LIMITS.wasteRows. */
  readonly rows: readonly WasteRow[];
  readonly rowCount: number;
  readonly dive: DiveFigures;
}

/**
 * What dive says of the same layers (its `Efficiency`): of each path that two or more layers have as a leaf, or as a whiteout, all copies are waste, the
 * last one too; a whiteout of a folder counts everything in it once more, an opaque folder nothing.
 */
export interface DiveFigures {
  readonly wasted: number;
  /** Why that is another figure: `wasted` of ours, plus these bytes of copies that the final image shows, plus folders that were removed, counted again, less what dive does not see. */
  readonly shownCopies: number;
  readonly folders: number;
  readonly unseen: number;
  /** From 0 to 1: the smallest copy of each path against all copies. */
  readonly efficiency: number;
  readonly paths: number;
}
