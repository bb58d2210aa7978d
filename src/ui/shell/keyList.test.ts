import { expect, it } from 'vitest';
import { COMMANDS, KEY_PLACES } from '../../app/commands';
import { SAMPLE_NAMES } from '../../app/samples';
import { makeI18n } from '../../i18n/i18n';
import { keyLines } from './keyList';
import { printedKey } from './layoutMap';

it('lists every key once, those of the layers and the samples together', () => {
  const i18n = makeI18n('en');
  const lines = KEY_PLACES.flatMap((place) => keyLines(i18n, place));
  const keys = COMMANDS.flatMap((command) => command.keys);
  expect(lines.flatMap((line) => line.keys)).toHaveLength(keys.length - 8 - (SAMPLE_NAMES.length - 1));
  const lineOf = (does: string) => lines.find((line) => line.does === does);
  expect(lineOf('Choose a tar')?.keys).toEqual([{ key: 'o', command: true, place: 'page' }]);
  expect(lineOf('Go to the manifest')?.keys).toEqual([{ key: 'm', after: 'g', place: 'page' }]);
  expect(lineOf('Go to layer 1 to 9')).toMatchObject({ keys: [{ key: '1', after: 'g' }], to: '9' });
  expect(lineOf('On the first page: open a sample')).toMatchObject({
    keys: [{ key: '1' }],
    to: `${SAMPLE_NAMES.length}`,
  });
  for (const place of KEY_PLACES) {
    const does = keyLines(i18n, place).map((line) => line.does);
    expect(new Set(does).size).toBe(does.length);
  }
});

it('prints keys as they are on the layout of the reader', () => {
  const azerty = new Map([
    ['KeyQ', 'a'],
    ['KeyA', 'q'],
    ['BracketLeft', '^'],
    ['BracketRight', '$'],
    ['Slash', '!'],
  ]);
  expect(printedKey('[', azerty)).toBe('^');
  expect(printedKey(']', azerty)).toBe('$');
  expect(printedKey('/', azerty)).toBe('/');
  expect(printedKey('a', azerty)).toBe('a');
  const arabic = new Map([
    ['KeyY', 'غ'],
    ['KeyB', 'لا'],
    ['BracketLeft', 'ج'],
  ]);
  expect(['y', 'b', '[', '1', 'Enter'].map((key) => printedKey(key, arabic))).toEqual(['غ', 'لا', 'ج', '1', 'Enter']);
  expect(printedKey('y', null)).toBe('y');
  expect(printedKey('[', new Map([['BracketLeft', '[']]))).toBe('[');
});
