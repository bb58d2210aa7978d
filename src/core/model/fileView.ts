import type { FileChange } from './fileTree';
import type { MemberType } from './members';

/**
 * Which tree to show: what one layer alone says; what is there with it and all below, marked by what it did; what is there in the end; or every path that
 * any layer ever had.
 */
export interface FileViewQuery {
  readonly scope: 'layer' | 'upto' | 'final' | 'ever';
  /** From 0, the base; not looked at for `final` and `ever`. */
  readonly layer: number;
}

/** Which rows of a view to list, and in what order. */
export interface FileQuery extends FileViewQuery {
  /** A tree has a folder's rows after it; a list has all but folders, unless `types` says otherwise. */
  readonly shape: 'tree' | 'list';
  readonly sort: 'name' | 'size' | 'time' | 'layer';
  readonly descending: boolean;
  /** Part of the path in any case, or `/regular expression/`; empty for all. In a tree, folders of what passes are listed too. */
  readonly filter: string;
  readonly types?: readonly MemberType[];
  /** Of the layer that did it last. */
  readonly changes?: readonly FileChange[];
}

/** A view and its rows. */
export interface FileRows {
  readonly view: FileView;
  /** Nodes in the query's order; in a tree, the root is left out. */
  readonly nodes: Int32Array<ArrayBuffer>;
  /** In a tree: by row, that of the first node after it that is not in it. */
  readonly after: Int32Array<ArrayBuffer>;
  /** Rows that pass, without folders, unless these are asked for by `types`. */
  readonly passing: number;
  /** How many would pass if nothing was looked for: of the same kind, removed ones too where they are listed. */
  readonly listed: number;
}

/** A tree as columns beside the nodes of a FileTree. */
export interface FileView {
  /**
   * The event that says what the node is in this tree; -1 when it is not in it. With `layer` and `upto`, what the layer removed is in it, with the event
   * that removed it; with `layer`, folders that the layer does not name, but in which it names something, too, with an event of a lower layer.
   */
  readonly shown: Int32Array<ArrayBuffer>;
  /** Bytes of a file; of a folder, of everything that is there in it. Removed ones have none. */
  readonly size: Float64Array<ArrayBuffer>;
  /** The same as a count of all that are no folders. */
  readonly files: Uint32Array<ArrayBuffer>;
}

/** What rows are downloaded as. */
export type ListingFormat = 'csv' | 'json';

/** What a view says that was done to a path: nothing where another layer than the one in question did it; of all paths ever, that one is gone. */
export function shownChange({ scope, layer }: FileViewQuery, by: number, change: FileChange): FileChange | null {
  if (scope === 'ever') return change === 'removed' ? change : null;
  return scope !== 'final' && by === layer ? change : null;
}
