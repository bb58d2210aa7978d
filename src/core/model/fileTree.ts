import type { Diagnostic } from '../errors';
import { textAt, type TextColumn } from './members';

/** What a layer did to a path. */
export type FileChange =
  /** The path is new, or had been removed below. */
  | 'added'
  /** It was there, and what the entry says of it differs: type, size, mode, owner, time or link. */
  | 'changed'
  /** It was there, and the entry says the same of it: such are folders that a layer only passes through. */
  | 'repeated'
  /** A whiteout, an opaque folder, or a file in the place of its folder took it away. */
  | 'removed'
  /** No entry of its own: a folder that must be there for what is in it. */
  | 'implied';

export const FILE_CHANGES: readonly FileChange[] = ['added', 'changed', 'repeated', 'removed', 'implied'];

/**
 * Every path that any layer of an image names, as a tree, and what each layer did to it, as columns. Node 0 is the root.
 * Of several entries of one layer for one path, all are events, in stored order; the last one counts.
 */
export interface FileTree {
  readonly layers: number;
  readonly nodes: {
    readonly count: number;
    /** The folder it is in; -1 of the root. A folder comes before what is in it. */
    readonly parent: Int32Array<ArrayBuffer>;
    /** Last component of the path; empty for the root. */
    readonly names: TextColumn;
    /** First and last event of the node, or -1. */
    readonly first: Int32Array<ArrayBuffer>;
    readonly last: Int32Array<ArrayBuffer>;
  };
  readonly events: {
    readonly count: number;
    readonly node: Int32Array<ArrayBuffer>;
    /** From 0, the base. Never falls along the events of a node. */
    readonly layer: Uint32Array<ArrayBuffer>;
    /** Entry of the layer that did it: of a removal the whiteout, or what took the place; -1 for an implied folder. */
    readonly row: Int32Array<ArrayBuffer>;
    /** Index into FILE_CHANGES. */
    readonly change: Uint8Array<ArrayBuffer>;
    /** Index into MEMBER_TYPES, of what is there after the event. */
    readonly type: Uint8Array<ArrayBuffer>;
    /** Seconds since the epoch, as the entry says; 0 where there is none. */
    readonly mtime: Float64Array<ArrayBuffer>;
    /** Bytes that the layer stores for it: 0 for all but files. */
    readonly size: Float64Array<ArrayBuffer>;
    /** Of a hard link: the event that stored the bytes it leads to; -1 where there is none, and for all others. */
    readonly target: Int32Array<ArrayBuffer>;
    /** The next event of the node, or -1. */
    readonly next: Int32Array<ArrayBuffer>;
  };
  /** By layer. */
  readonly sums: readonly LayerSum[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a layer did, as counts of paths that are no folders, and the bytes that it stores. */
export interface LayerSum {
  readonly added: number;
  readonly changed: number;
  readonly repeated: number;
  readonly removed: number;
  readonly bytes: number;
}

/** The path of a node, without a slash at either end; empty for the root. */
export function pathOfNode({ parent, names }: FileTree['nodes'], node: number): string {
  const parts: string[] = [];
  for (let at = node; at > 0; at = parent[at] ?? 0) parts.push(textAt(names, at));
  return parts.reverse().join('/');
}
