import { EngineError } from '../errors';
import { blobOf } from '../bytes/source';
import type { SourceRef, Span } from '../model/source';
import type { Piece } from '../model/tamper';

/** Bytes of pieces together. */
export function sizeOfPieces(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + (piece instanceof Blob ? piece.size : piece.length), 0);
}

/** The file that the pieces are. No byte of the source is copied. Throws `out-of-bounds`; `internal` for bytes that are at an address. */
export function patchedBlob(ref: SourceRef, pieces: readonly Piece[]): Blob {
  return new Blob(pieces.map((piece) => ('offset' in piece ? bytesHere(ref, piece) : piece)));
}

function bytesHere(ref: SourceRef, span: Span): Blob {
  const blob = blobOf(ref, span);
  if (!blob) throw new EngineError('internal', 'a copy of what is not here');
  return blob;
}
