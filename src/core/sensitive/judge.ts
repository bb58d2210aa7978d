import type { SensitiveMark } from '../model/sensitive';
import type { Suspect } from './suspects';

const utf8 = new TextDecoder();

/** How it is known that a suspect is sensitive, from its bytes or their beginning; null: it is not. The bytes are let go. */
export function judge({ look, unseen }: Suspect, bytes: Uint8Array): SensitiveMark['by'] | null {
  if (look?.(utf8.decode(bytes)) === true) return 'content';
  return unseen === 'name' ? 'name' : null;
}
