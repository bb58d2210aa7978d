import type { DecoderState } from '../model/fileBytes';

/** Why compressed bytes cannot be unpacked. The words are in the catalogues. */
export type CorruptReason =
  | 'truncated'
  /** The data do not follow the format. */
  | 'bad-data'
  | 'bad-header'
  /** The checksum or the size at the end differs from what was unpacked. */
  | 'bad-checksum'
  | 'bad-size'
  | 'window-too-large'
  | 'needs-dictionary'
  /** The data may be whole, but use a part of the format that is not read here. */
  | 'unsupported-feature'
  | 'out-of-memory';

/** Thrown by decoders. `offset` counts the stored bytes that were read before the damage showed: it is there, or soon after. */
export class CorruptData extends Error {
  override readonly name = 'CorruptData';
  constructor(
    readonly reason: CorruptReason,
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Stored bytes come to decoders in pieces of this size, but for the last, whatever the chunks were that the source gave:
 * so it does not depend on those where damage is found, and how much came out before it.
 */
export const PIECE_SIZE = 32 * 1024;

/** Unpacks one compressed stream, given in pieces. */
export interface Decoder {
  /**
   * What the next piece unpacks to, a buffer at a time; each is valid until the next step only.
   * Must be read to its end before the next call. Throws CorruptData.
   */
  decode(piece: Uint8Array): Generator<Uint8Array, void>;
  /** Says that there are no more pieces. Throws CorruptData when more were needed. */
  end(): Ending;
  /** Gives the memory back; the decoder is over. */
  free(): void;
}

export interface Ending {
  /** Offset of the first stored byte that is not part of the compressed stream; null when all are. */
  readonly trailingOffset: number | null;
}

/** A decoder that can be left, so that another one goes on in its place. */
export interface ResumableDecoder extends Decoder {
  /** Asked while a buffer that `decode` gave is looked at: from where to go on after it; null where nobody can. */
  save(): DecoderState | null;
}
