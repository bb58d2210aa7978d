import { FLIP } from './content';

/** The same bytes with one letter changed where {@link FLIP} says. Throws unless the text is there exactly once. */
export function flip(image: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(image);
  const view = Buffer.from(bytes.buffer);
  const at = view.indexOf(FLIP.from);
  if (at < 0 || at !== view.lastIndexOf(FLIP.from)) throw new Error('the text to change is not there exactly once');
  view.write(FLIP.to, at);
  return bytes;
}
