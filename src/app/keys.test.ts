import { describe, expect, it } from 'vitest';
import { PACE } from '../core/limits';
import { createKeyReader, KEY_BINDINGS, keyName, type KeyPress } from './keys';
import { BOARDS } from './viewState';

function press(key: string, code: string, more: Partial<KeyPress> = {}): KeyPress {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return { key, code, ...none, isComposing: false, defaultPrevented: false, target: { tagName: 'BODY' }, ...more };
}

describe('which key it is', () => {
  it.each([
    ['QWERTY letter', 'c', 'KeyC', false, 'c'],
    ['Caps Lock', 'C', 'KeyC', false, 'c'],
    ['Dvorak: the letter, not the place', 'c', 'KeyI', false, 'c'],
    ['Arabic letter: the place', 'ؤ', 'KeyC', false, 'c'],
    ['Cyrillic letter: the place', 'в', 'KeyD', false, 'd'],
    ['AZERTY digit without Shift', '&', 'Digit1', false, '1'],
    ['Arabic digit', '٢', 'Digit2', false, '2'],
    ['number pad', '3', 'Numpad3', false, '3'],
    ['German /, which is on a digit', '/', 'Digit7', true, '/'],
    ['US ?', '?', 'Slash', true, '?'],
    ['Arabic question mark', '؟', 'Slash', true, '?'],
    ['named key', 'Escape', 'Escape', false, 'Escape'],
  ])('%s', (_, key, code, shiftKey, name) => {
    expect(keyName({ key, code, shiftKey })).toBe(name);
  });
});

describe('what a key asks for', () => {
  it('finds the board, and the command of a letter with Control or Command only', () => {
    const read = createKeyReader();
    expect(read(press('2', 'Digit2'))).toEqual({ kind: 'board', board: BOARDS[1] });
    expect(read(press('o', 'KeyO'))).toBeNull();
    expect(read(press('o', 'KeyO', { ctrlKey: true }))).toEqual({ kind: 'open' });
    expect(read(press('خ', 'KeyO', { metaKey: true }))).toEqual({ kind: 'open' });
    expect(read(press('c', 'KeyC', { ctrlKey: true }))).toBeNull();
    expect(read(press('2', 'Digit2', { ctrlKey: true }))).toBeNull();
    expect(read(press('d', 'KeyD', { altKey: true }))).toBeNull();
  });

  it('a press that another reader has taken ends a run of keys', () => {
    const read = createKeyReader();
    expect(read(press('g', 'KeyG'))).toBeNull();
    expect(read(press('c', 'KeyC', { defaultPrevented: true }))).toBeNull();
    expect(read(press('c', 'KeyC'))).toEqual({ kind: 'copy' });
  });

  it('reads two keys in a row, if the second comes in time', () => {
    let time = 0;
    const read = createKeyReader(undefined, () => time);
    expect(read(press('g', 'KeyG'))).toBeNull();
    expect(read(press('3', 'Digit3'))).toEqual({ kind: 'select', part: 'layer:3' });
    expect(read(press('3', 'Digit3'))).toEqual({ kind: 'board', board: BOARDS[2] });
    read(press('g', 'KeyG'));
    time += PACE.keyMilliseconds + 1;
    expect(read(press('c', 'KeyC'))).toEqual({ kind: 'copy' });
    read(press('g', 'KeyG'));
    expect(read(press('x', 'KeyX'))).toBeNull();
    expect(read(press('c', 'KeyC'))).toEqual({ kind: 'copy' });
  });

  it.each([
    ['a text field', { target: { tagName: 'INPUT', type: 'text' } }],
    ['a search field', { target: { tagName: 'INPUT', type: 'search' } }],
    ['a text area', { target: { tagName: 'textarea' } }],
    ['a list', { target: { tagName: 'SELECT' } }],
    ['editable text', { target: { tagName: 'DIV', isContentEditable: true } }],
    ['a composition', { isComposing: true }],
    ['a press that something else has taken', { defaultPrevented: true }],
  ])('does nothing in %s', (_, more) => {
    const read = createKeyReader();
    expect(read(press('d', 'KeyD', more))).toBeNull();
    expect(read(press('1', 'Digit1', more))).toBeNull();
  });

  it('works on a check box, and lets commands through in a text field', () => {
    const read = createKeyReader();
    expect(read(press('d', 'KeyD', { target: { tagName: 'INPUT', type: 'checkbox' } }))).toEqual({ kind: 'theme' });
    expect(read(press('s', 'KeyS', { ctrlKey: true, target: { tagName: 'INPUT', type: 'text' } }))).toEqual({
      kind: 'save',
    });
  });

  it('can do without single keys, but not without commands and Escape', () => {
    const read = createKeyReader(() => 'commands');
    for (const [key, code] of [
      ['2', 'Digit2'],
      ['d', 'KeyD'],
      ['?', 'Slash'],
      ['g', 'KeyG'],
      ['m', 'KeyM'],
    ] as const) {
      expect(read(press(key, code))).toBeNull();
    }
    expect(read(press('o', 'KeyO', { ctrlKey: true }))).toEqual({ kind: 'open' });
    expect(read(press('Escape', 'Escape'))).toEqual({ kind: 'dismiss' });
  });

  it('has no two meanings for one press', () => {
    const presses = KEY_BINDINGS.map(({ key, command, after }) => `${after ?? ''} ${command ?? ''} ${key}`);
    expect(new Set(presses).size).toBe(presses.length);
  });
});
