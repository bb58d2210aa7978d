import type { Compression } from './mediaType';
import type { MemberColumns } from './members';
import type { Span } from './source';

/** A regular file in a layer. */
export interface FileRef {
  /** The layer's stored bytes. */
  readonly span: Span;
  /** As the layer's tar names it. */
  readonly path: string;
  /** Where its bytes are in the unpacked layer. */
  readonly data: number;
  readonly size: number;
}

/** From where a decoder can go on: how many stored bytes were read, and what it knew then. Plain data. */
export interface DecoderState {
  /** Counted from the start of the compressed stream. */
  readonly stored: number;
  /** Null where the compressed stream begins anew, so that a fresh decoder does. */
  readonly memory: DecoderMemory | null;
}

/** What is in the memory of a decoder's module, but for its buffers, and where things are in there. */
export interface DecoderMemory {
  readonly runs: readonly { readonly at: number; readonly bytes: Uint8Array<ArrayBuffer> }[];
  readonly stream: number;
  readonly input: number;
  readonly output: number;
  readonly memberEnd: number;
  /** Not inside a member of the compressed stream. */
  readonly isBetween: boolean;
}

/** A place in a compressed layer from which it can be unpacked on, without what comes before. */
export interface Checkpoint {
  /** Bytes that are unpacked by then. */
  readonly unpacked: number;
  readonly decoder: DecoderState;
}

/** A run of a file's bytes, or of a layer's: from one offset to before another. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** Bytes of a file, and what it took to get them. */
export interface FileBytes {
  /** Offset in the file of the first one. */
  readonly from: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly compression: Compression;
  /** Bytes of the layer that were unpacked for it, those among them; 0 where nothing had to be. */
  readonly unpacked: number;
  /** Where unpacking began: 0 is the start of the layer. */
  readonly begun: number;
  /** The layer's bytes end, or are damaged, before the file's do. */
  readonly cut: boolean;
  /** Made on the way; for later readings. */
  readonly checkpoints: readonly Checkpoint[];
}

/** What a tar lists that is a file in a layer. */
export interface FileMembers {
  readonly entries: MemberColumns;
  /** There may be more. */
  readonly cut: boolean;
  readonly checkpoints: readonly Checkpoint[];
}

/** Bytes that a checkpoint takes. */
export function checkpointSize({ decoder }: Checkpoint): number {
  return (decoder.memory?.runs ?? []).reduce((sum, { bytes }) => sum + bytes.length, 0);
}
