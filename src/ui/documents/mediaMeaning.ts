import { isEncrypted, mediaTypeInfo, twinOf } from '../../core/model/mediaType';
import type { MediaTypeFamily, MediaTypeInfo } from '../../core/model/mediaType';

/** What a media type means, and what the other family of formats calls the same thing. */
export interface MediaMeaning {
  readonly info: MediaTypeInfo;
  readonly encrypted: boolean;
  readonly otherFamily: MediaTypeFamily;
  readonly twin: string | null;
}

/** The meaning of one of the image formats' own types; null for any other. */
export function mediaMeaning(type: string): MediaMeaning | null {
  const encrypted = isEncrypted(type);
  const info = mediaTypeInfo(encrypted ? type.slice(0, type.lastIndexOf('+')) : type);
  if (!info) return null;
  const otherFamily = info.family === 'docker' ? 'oci' : 'docker';
  return { info, encrypted, otherFamily, twin: twinOf(info.type) };
}
