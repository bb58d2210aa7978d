import type { MemberType } from '../../core/model/members';

const KIND: Readonly<Record<MemberType, string>> = {
  file: '-',
  hardlink: 'h',
  symlink: 'l',
  chardev: 'c',
  blockdev: 'b',
  directory: 'd',
  fifo: 'p',
  sparse: '-',
  other: '?',
};

/** Permission bits in octal and as `tar -tv` prints them, with set-ID and sticky bits: `0755 drwxr-xr-x`. */
export function modeText(mode: number, type: MemberType): string {
  const letters = [6, 3, 0].map((shift, who) => {
    const bits = (mode >> shift) & 7;
    const special = (mode >> (11 - who)) & 1;
    const execute = special ? (who === 2 ? 'tT' : 'sS')[bits & 1 ? 0 : 1] : bits & 1 ? 'x' : '-';
    return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${execute}`;
  });
  return `${mode.toString(8).padStart(4, '0')} ${KIND[type]}${letters.join('')}`;
}

/** A time in seconds since the epoch as `2024-01-31 09:05:00`, in UTC; null when no calendar has it. */
export function timeText(seconds: number): string | null {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return null;
  return date
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '');
}

/** Longest name that is shown whole. */
const SHOWN_LENGTH = 512;

export interface NamePart {
  readonly text: string;
  /** The tail of a long hexadecimal name, which may be left out where there is no room. */
  readonly tail: boolean;
}

/** A member's name cut into path separators, segments and the tails of hexadecimal segments. */
export function nameParts(name: string): NamePart[] {
  const shown = name.length > SHOWN_LENGTH ? `${name.slice(0, SHOWN_LENGTH)}…` : name;
  return shown
    .split(/(\/|(?<=(?:^|\/)[0-9a-f]{12})[0-9a-f]{52,}(?![0-9a-zA-Z]))/)
    .filter((text) => text !== '')
    .map((text) => ({ text, tail: /^[0-9a-f]{52,}$/.test(text) }));
}
