import { LIMITS } from '../core/limits';

/** Control, bidirectional, zero-width and tag characters, and halves of characters: they make a name look like another. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
/** What some file system does not take in a name. */
const FORBIDDEN = /[<>:"|?*]/g;
/** Names that are devices on Windows, whatever follows the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
/** Files that act when their folder is only looked at, or run when opened. */
const ACTIVE =
  /\.(?:lnk|url|scf|desktop|library-ms|search-ms|searchconnector-ms|webloc|inetloc|command|terminal|settingcontent-ms|appref-ms|hta|exe|com|scr|pif|bat|cmd|ps1|vbs|js|jse|wsf|msi|jar|reg|cpl)$/i;

/**
 * The last part of `name` as a file name that is harmless on every system: visible characters only,
 * at most {@link LIMITS.downloadNameBytes} bytes, not hidden, not a device, not something that acts by itself.
 */
export function safeName(name: string, fallback = 'file'): string {
  const last = name.split(/[/\\]/).findLast((part) => part !== '') ?? '';
  const visible = last.replace(INVISIBLE, '').replace(FORBIDDEN, '_');
  const trimmed = visible.replace(/^[. ]+/, '').replace(/[. ]+$/, '') || fallback;
  const short = shorten(DEVICE.test(trimmed) ? `_${trimmed}` : trimmed);
  return ACTIVE.test(short) ? shorten(`${short}.bin`) : short;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Cuts the stem, so that the extension stays. */
function shorten(name: string): string {
  if (bytesOf(name) <= LIMITS.downloadNameBytes) return name;
  const extension = /\.[^. ]{1,16}$/.exec(name)?.[0] ?? '';
  const room = LIMITS.downloadNameBytes - bytesOf(extension);
  let stem = '';
  let used = 0;
  for (const character of name.slice(0, name.length - extension.length)) {
    used += bytesOf(character);
    if (used > room) break;
    stem += character;
  }
  return stem.replace(/[. ]+$/, '') + extension;
}
