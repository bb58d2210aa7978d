import { expect, it } from 'vitest';
import { KEY_BINDINGS } from '../../app/keys';
import { makeI18n } from '../../i18n/i18n';
import { keyLines } from './keyList';

it('lists every key once, the nine for layers together', () => {
  const lines = keyLines(makeI18n('en'), 'Ctrl');
  expect(lines).toHaveLength(KEY_BINDINGS.length - 8);
  expect(lines[0]).toEqual({ presses: [['Ctrl', 'O']], does: 'Choose a tar' });
  expect(lines).toContainEqual({ presses: [['G'], ['M']], does: 'Keep the part: What lists the parts?' });
  expect(lines).toContainEqual({ presses: [['G'], ['1']], to: '9', does: 'Keep layer 1 to 9' });
  expect(new Set(lines.map(({ does }) => does)).size).toBe(lines.length);
});
