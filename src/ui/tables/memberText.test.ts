import { describe, expect, it } from 'vitest';
import { modeText, nameParts, timeText } from './memberText';

describe('modeText', () => {
  it.each([
    [0o644, 'file', '0644 -rw-r--r--'],
    [0o755, 'directory', '0755 drwxr-xr-x'],
    [0o1777, 'directory', '1777 drwxrwxrwt'],
    [0o4755, 'file', '4755 -rwsr-xr-x'],
    [0o6640, 'file', '6640 -rwSr-S---'],
    [0, 'symlink', '0000 l---------'],
  ] as const)('%o %s', (mode, type, expected) => {
    expect(modeText(mode, type)).toBe(expected);
  });
});

describe('timeText', () => {
  it('is UTC to the second, whatever the fraction', () => {
    expect(timeText(0)).toBe('1970-01-01 00:00:00');
    expect(timeText(1706691900.75)).toBe('2024-01-31 09:05:00');
    expect(timeText(-1)).toBe('1969-12-31 23:59:59');
  });

  it('is nothing for what no calendar has', () => {
    expect(timeText(Number.NaN)).toBeNull();
    expect(timeText(1e15)).toBeNull();
  });
});

describe('nameParts', () => {
  const hex = '0123456789ab'.repeat(6).slice(0, 64);
  it.each([
    ['a/b.txt', ['a', '/', 'b.txt']],
    [`blobs/sha256/${hex}`, ['blobs', '/', 'sha256', '/', hex.slice(0, 12), `(${hex.slice(12)})`]],
    [`${hex}/layer.tar`, [hex.slice(0, 12), `(${hex.slice(12)})`, '/', 'layer.tar']],
    [`${hex}.json`, [hex.slice(0, 12), `(${hex.slice(12)})`, '.json']],
    [`${hex}z`, [`${hex}z`]],
    ['/', ['/']],
    ['', []],
  ])('%s', (name, expected) => {
    expect(nameParts(name).map((part) => (part.tail ? `(${part.text})` : part.text))).toEqual(expected);
  });

  it('cuts a name that is no name', () => {
    expect(nameParts('x'.repeat(1_000_000)).map((part) => part.text.length)).toEqual([513]);
  });
});
