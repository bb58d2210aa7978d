import { describe, expect, it } from 'vitest';
import { PACE } from '../core/limits';
import { allCommands, COMMANDS, type Action } from './commands';
import { createKeyReader, KEYS, keyNames, type KeyPress } from './keys';
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
    ['Arabic digit', '٢', 'Digit2', false, '2'],
    ['number pad', '3', 'Numpad3', false, '3'],
    ['German /, which is on a digit', '/', 'Digit7', true, '/'],
    ['US ?', '?', 'Slash', true, '?'],
    ['Arabic question mark', '؟', 'Slash', true, '?'],
    ['Arabic lam-alef, which is two characters: the place', '\u0644\u0627', 'KeyB', false, 'b'],
    ['number pad without Num Lock', 'PageDown', 'Numpad3', false, 'PageDown'],
    ['bracket', '[', 'BracketLeft', false, '['],
    ['Arabic letter on a bracket: the place', 'د', 'BracketRight', false, ']'],
    ['AZERTY dead key on a bracket: the place', 'Dead', 'BracketLeft', false, '['],
    ['German bracket, which is on a digit', '[', 'Digit8', false, '['],
    ['brace', '{', 'BracketLeft', true, '{'],
    ['named key', 'Escape', 'Escape', false, 'Escape'],
  ])('%s', (_, key, code, shiftKey, name) => {
    expect(keyNames({ key, code, shiftKey })).toEqual([name]);
  });

  it.each([
    ['AZERTY digit without Shift', '&', 'Digit1', ['1', '&']],
    ['AZERTY sign on a digit: the digit, else the sign', '-', 'Digit6', ['6', '-']],
    ['AZERTY sign on a bracket: the sign, else the bracket', '$', 'BracketRight', ['$', ']']],
    ['German plus on a bracket: the plus, else the bracket', '+', 'BracketRight', ['+', ']']],
  ])('%s', (_, key, code, names) => {
    expect(keyNames({ key, code, shiftKey: false })).toEqual(names);
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
    const read = createKeyReader({ now: () => time });
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
    const read = createKeyReader({ choice: () => 'commands' });
    for (const [key, code] of [
      ['2', 'Digit2'],
      ['d', 'KeyD'],
      ['?', 'Slash'],
      ['g', 'KeyG'],
      ['m', 'KeyM'],
      ['y', 'KeyY'],
      ['[', 'BracketLeft'],
      ['Backspace', 'Backspace'],
    ] as const) {
      expect(read(press(key, code))).toBeNull();
    }
    expect(read(press('o', 'KeyO', { ctrlKey: true }))).toEqual({ kind: 'open' });
    expect(read(press('k', 'KeyK', { ctrlKey: true }))).toEqual({ kind: 'palette' });
    expect(read(press('ArrowLeft', 'ArrowLeft', { altKey: true }))).toEqual({ kind: 'back' });
    expect(read(press('Escape', 'Escape'))).toEqual({ kind: 'dismiss' });
    const onWall = createKeyReader({ choice: () => 'commands', places: () => ['present'] });
    expect(onWall(press('b', 'KeyB'))).toBeNull();
    expect(onWall(press('PageDown', 'PageDown'))).toEqual({ kind: 'step', by: 1 });
  });

  it('leaves to text fields what is theirs, with Control too', () => {
    const read = createKeyReader();
    const inText = { ctrlKey: true, target: { tagName: 'INPUT', type: 'search' } };
    expect(read(press('z', 'KeyZ', inText))).toBeNull();
    expect(read(press('f', 'KeyF', inText))).toBeNull();
    expect(read(press('f', 'KeyF', { ctrlKey: true }))).toEqual({ kind: 'find' });
    expect(read(press('k', 'KeyK', inText))).toEqual({ kind: 'palette' });
    expect(read(press('Backspace', 'Backspace', { target: inText.target }))).toBeNull();
    expect(read(press('Backspace', 'Backspace'))).toEqual({ kind: 'back' });
  });

  it('leaves to the browser what is pressed with Shift and Control', () => {
    expect(createKeyReader()(press('K', 'KeyK', { ctrlKey: true, shiftKey: true }))).toBeNull();
  });

  it('reads brackets as they are typed, on a key of their own or with AltGr, and else by place', () => {
    const read = createKeyReader();
    for (const [key, code, more] of [
      [']', 'BracketRight', {}],
      ['+', 'BracketRight', {}],
      ['$', 'BracketRight', {}],
      ['د', 'BracketRight', {}],
      [']', 'Digit9', { altKey: true, ctrlKey: true }],
      [']', 'Digit6', { altKey: true }],
    ] as const) {
      expect(read(press(key, code, more))).toEqual({ kind: 'place', by: 1 });
    }
    expect(read(press('}', 'BracketRight', { shiftKey: true }))).toBeNull();
  });

  it('has other keys on a wall and on the first page, before those of everywhere', () => {
    const onWall = createKeyReader({ places: () => ['present'] });
    expect(onWall(press('0', 'Digit0'))).toEqual({ kind: 'scale', by: 0 });
    expect(onWall(press('-', 'Digit6'))).toEqual({ kind: 'scale', by: -1 });
    expect(onWall(press('\u0644\u0627', 'KeyB'))).toEqual({ kind: 'blank' });
    expect(onWall(press('d', 'KeyD'))).toBeNull();
    const onFirst = createKeyReader({ places: () => ['first', 'page'] });
    expect(onFirst(press('2', 'Digit2'))).toMatchObject({ kind: 'sample' });
    expect(onFirst(press('d', 'KeyD'))).toEqual({ kind: 'theme' });
  });

  it('has no two meanings for one press', () => {
    const presses = KEYS.map(
      ({ place, key, command, alt, after }) => `${place} ${after ?? ''} ${command ?? ''} ${alt ?? ''} ${key}`,
    );
    expect(new Set(presses).size).toBe(presses.length);
  });
});

/** What is agreed on: the keys, with Control or Command as `^` and Alt as `~`, and what each does. */
const AGREED: readonly (readonly [keys: string, kind: Action['kind']])[] = [
  ['^o', 'open'],
  ['^s', 'save'],
  ['/', 'find'],
  ['^f', 'find'],
  ['^k', 'palette'],
  ['?', 'help'],
  ['Escape', 'dismiss'],
  ['ArrowUp', 'rows'],
  ['ArrowDown', 'rows'],
  ['ArrowLeft', 'columns'],
  ['ArrowRight', 'columns'],
  ['Enter', 'pin'],
  ['Backspace', 'back'],
  ['~ArrowLeft', 'back'],
  ['[', 'place'],
  [']', 'place'],
  ['c', 'copy'],
  ['y', 'shell'],
  ['t', 'scope'],
  ['1', 'board'],
  ['2', 'board'],
  ['3', 'board'],
  ['4', 'board'],
  ['5', 'board'],
  ['6', 'board'],
  ['7', 'board'],
  ['l', 'lesson'],
  ['p', 'present'],
  ['b', 'blank'],
  ['.', 'blank'],
  ['s', 'speaker'],
  ['PageDown', 'step'],
  [' ', 'step'],
  ['PageUp', 'step'],
  ['+', 'scale'],
  ['-', 'scale'],
  ['0', 'scale'],
  ['d', 'theme'],
  ['g i', 'select'],
  ['g m', 'select'],
  ['g c', 'select'],
  ['g 1', 'select'],
  ['g 9', 'select'],
  ['v', 'differences'],
  ['f', 'board'],
  ['^z', 'undo'],
  ['e', 'expand'],
  ['h', 'hint'],
];

it('lists layers that have no digit, and the chapters of the lesson, where they belong', () => {
  const kinds = allCommands(11, [{ id: '0', title: 'Why?' }]).map(({ action }) => JSON.stringify(action));
  const at = kinds.indexOf('{"kind":"select","part":"layer:9"}');
  expect(kinds.slice(at + 1, at + 4)).toEqual([
    '{"kind":"select","part":"layer:10"}',
    '{"kind":"select","part":"layer:11"}',
    '{"kind":"copy"}',
  ]);
  expect(kinds).toContain('{"kind":"chapter","id":"0","title":"Why?"}');
  expect(allCommands(3, [])).toHaveLength(COMMANDS.length);
});

it('has a command for every key that is agreed on', () => {
  const written = COMMANDS.flatMap(({ action, keys }) =>
    keys.map(({ key, command, alt, after }) =>
      [`${command ? '^' : ''}${alt ? '~' : ''}${after ? `${after} ` : ''}${key}`, action.kind].join(' = '),
    ),
  );
  expect(AGREED.map((row) => row.join(' = ')).filter((row) => !written.includes(row))).toEqual([]);
});
