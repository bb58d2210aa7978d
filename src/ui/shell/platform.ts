import type { Platform } from '../../core/model/archive';
import { visible } from '../../i18n/visible';

/** `linux/arm64/v8`; empty when the image does not say. */
export function platformText(platform: Platform | null): string {
  if (!platform) return '';
  const { os, architecture, variant, osVersion } = platform;
  const parts = [os, architecture, variant].filter((part) => part !== undefined && part !== '').join('/');
  return visible(osVersion === undefined ? parts : `${parts} ${osVersion}`);
}
