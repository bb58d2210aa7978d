import type { Part } from '../core/model/representation';
import { SAMPLE_NAMES, type SampleName } from './samples';
import { BOARDS, LANGS, THEMES, type Board, type Lang, type Theme } from './viewState';

/** What a command asks for. */
export type Action =
  | {
      readonly kind:
        | 'open'
        | 'paste'
        | 'save'
        | 'share'
        | 'report'
        | 'palette'
        | 'find'
        | 'help'
        | 'dismiss'
        | 'back'
        | 'copy'
        | 'shell'
        | 'differences'
        | 'expand'
        | 'scope'
        | 'undo'
        | 'theme'
        | 'lesson'
        | 'exercises'
        | 'hint'
        | 'present'
        | 'blank'
        | 'speaker'
        | 'rows'
        | 'columns'
        | 'ends'
        | 'pin'
        | 'follow'
        | 'fold';
    }
  | { readonly kind: 'board'; readonly board: Board }
  | { readonly kind: 'select'; readonly part: Part }
  | { readonly kind: 'sample'; readonly name: SampleName }
  | { readonly kind: 'colours'; readonly theme: Theme }
  | { readonly kind: 'lang'; readonly lang: Lang }
  | { readonly kind: 'chapter'; readonly id: string; readonly title: string }
  /** Of a lesson. */
  | { readonly kind: 'step'; readonly by: Way }
  /** Of the selected digest. */
  | { readonly kind: 'place'; readonly by: Way }
  /** 0: as at first. */
  | { readonly kind: 'scale'; readonly by: Way | 0 };
/** Onwards or back. */
export type Way = 1 | -1;
export type ActionKind = Action['kind'];

/**
 * Where a key works: everywhere, on the first page alone, or on a wall. The keys of grids, trees and tables, and of the panel beside the page,
 * are only listed here: what has the focus reads them.
 */
export const KEY_PLACES = ['page', 'first', 'grid', 'panel', 'present'] as const;
export type KeyPlace = (typeof KEY_PLACES)[number];

/** A key, or two one after the other. */
export interface Keys {
  /** A lower-case letter, a sign, or the name of a key. */
  readonly key: string;
  /** With Control, or Command on a Mac. */
  readonly command?: true;
  readonly alt?: true;
  /** The key that comes before it. */
  readonly after?: string;
  /** In a text field it is the browser's. */
  readonly notInText?: true;
  readonly place: KeyPlace;
}

/** Something that can be done, by whatever means: its keys, the list of all commands, the help sheet. */
export interface Command {
  readonly action: Action;
  /** Each of them does. */
  readonly keys: readonly Keys[];
}

/** Boards that a digit opens, the tenth by 0 as on the keyboard: there are no more digits. */
const MOST_DIGITS = 10;
const LAYER_DIGITS = 9;

const key = (name: string, more: Partial<Keys> = {}): Keys => ({ key: name, place: 'page', ...more });
const commandKey = (name: string, more: Partial<Keys> = {}): Keys => key(name, { command: true, ...more });
const at = (place: KeyPlace, ...names: readonly string[]): Keys[] => names.map((name) => key(name, { place }));
const command = (action: Action, ...keys: readonly Keys[]): Command => ({ action, keys });

/** Everything that can be done, in the order in which it is listed. */
export const COMMANDS: readonly Command[] = [
  command({ kind: 'open' }, commandKey('o')),
  command({ kind: 'paste' }, commandKey('v')),
  command({ kind: 'save' }, commandKey('s')),
  command({ kind: 'share' }, key('u')),
  command({ kind: 'report' }, key('r')),
  command({ kind: 'palette' }, commandKey('k')),
  command({ kind: 'find' }, key('/'), commandKey('f', { notInText: true })),
  command({ kind: 'help' }, key('?')),
  command({ kind: 'dismiss' }, key('Escape')),
  command({ kind: 'back' }, key('Backspace'), key('ArrowLeft', { alt: true })),
  ...BOARDS.map((board, index) => command({ kind: 'board', board }, ...boardKeys(board, index))),
  command({ kind: 'select', part: 'pointer' }, key('i', { after: 'g' })),
  command({ kind: 'select', part: 'manifest' }, key('m', { after: 'g' })),
  command({ kind: 'select', part: 'config' }, key('c', { after: 'g' })),
  ...numbers(1, LAYER_DIGITS).map((number) => layerCommand(number, key(`${number}`, { after: 'g' }))),
  command({ kind: 'copy' }, key('c')),
  command({ kind: 'shell' }, key('y')),
  command({ kind: 'place', by: -1 }, key('[')),
  command({ kind: 'place', by: 1 }, key(']')),
  command({ kind: 'differences' }, key('v')),
  command({ kind: 'expand' }, key('e')),
  command({ kind: 'scope' }, key('t')),
  command({ kind: 'undo' }, commandKey('z', { notInText: true })),
  command({ kind: 'theme' }, key('d')),
  ...THEMES.map((theme) => command({ kind: 'colours', theme })),
  ...LANGS.map((lang) => command({ kind: 'lang', lang })),
  command({ kind: 'lesson' }, key('l')),
  command({ kind: 'step', by: 1 }, ...at('panel', 'PageDown'), ...at('present', 'PageDown', ' ')),
  command({ kind: 'step', by: -1 }, ...at('panel', 'PageUp'), ...at('present', 'PageUp')),
  command({ kind: 'exercises' }),
  command({ kind: 'hint' }, key('h')),
  command({ kind: 'present' }, key('p')),
  command({ kind: 'blank' }, ...at('present', 'b', '.')),
  command({ kind: 'speaker' }, ...at('present', 's')),
  command({ kind: 'scale', by: 1 }, ...at('present', '+', '=')),
  command({ kind: 'scale', by: -1 }, ...at('present', '-')),
  command({ kind: 'scale', by: 0 }, ...at('present', '0')),
  ...SAMPLE_NAMES.map((name, index) => command({ kind: 'sample', name }, ...at('first', `${index + 1}`))),
  command({ kind: 'rows' }, ...at('grid', 'ArrowUp', 'ArrowDown')),
  command({ kind: 'columns' }, ...at('grid', 'ArrowLeft', 'ArrowRight')),
  command({ kind: 'ends' }, ...at('grid', 'Home', 'End')),
  command({ kind: 'pin' }, ...at('grid', 'Enter')),
  command({ kind: 'follow' }, ...at('grid', 'o')),
  command({ kind: 'fold' }, ...at('grid', '+', '-')),
];

/** All of them, with those that only what is open and the lesson have. */
export function allCommands(
  layers: number,
  chapters: readonly { readonly id: string; readonly title: string }[],
): Command[] {
  const further: Partial<Record<ActionKind, readonly Command[]>> = {
    copy: numbers(LAYER_DIGITS + 1, layers).map((number) => layerCommand(number)),
    exercises: chapters.map(({ id, title }) => command({ kind: 'chapter', id, title })),
  };
  return COMMANDS.flatMap((each) => [...(further[each.action.kind] ?? []), each]);
}

function boardKeys(board: Board, index: number): Keys[] {
  if (index < MOST_DIGITS) return [key(`${(index + 1) % MOST_DIGITS}`)];
  return board === 'tamper' ? [key('f')] : [];
}

function layerCommand(number: number, ...keys: readonly Keys[]): Command {
  return command({ kind: 'select', part: `layer:${number}` }, ...keys);
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
