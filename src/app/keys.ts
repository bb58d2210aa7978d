import { PACE } from '../core/limits';
import type { Part } from '../core/model/representation';
import { BOARDS, type Board, type KeyChoice } from './viewState';

/** What a key asks for. */
export type KeyAction =
  | {
      readonly kind:
        'open' | 'paste' | 'save' | 'share' | 'report' | 'find' | 'help' | 'dismiss' | 'theme' | 'copy' | 'differences';
    }
  | { readonly kind: 'board'; readonly board: Board }
  | { readonly kind: 'select'; readonly part: Part };

export interface KeyBinding {
  /** A lower-case letter, a sign, or the name of a key. */
  readonly key: string;
  /** With Control, or Command on a Mac. */
  readonly command?: true;
  /** The key that comes before it. */
  readonly after?: string;
  readonly action: KeyAction;
}

/** Boards that a digit opens, the tenth by 0 as on the keyboard: there are no more digits. */
const MOST_DIGITS = 10;
const LAYER_DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** The keys that work everywhere in the page, in the order of a help sheet. Grids and trees have their own arrows. */
export const KEY_BINDINGS: readonly KeyBinding[] = [
  { key: 'o', command: true, action: { kind: 'open' } },
  { key: 'v', command: true, action: { kind: 'paste' } },
  { key: 's', command: true, action: { kind: 'save' } },
  { key: '/', action: { kind: 'find' } },
  { key: '?', action: { kind: 'help' } },
  { key: 'Escape', action: { kind: 'dismiss' } },
  ...BOARDS.slice(0, MOST_DIGITS).map((board, index): KeyBinding => ({
    key: `${(index + 1) % MOST_DIGITS}`,
    action: { kind: 'board', board },
  })),
  { key: 'i', after: 'g', action: { kind: 'select', part: 'pointer' } },
  { key: 'm', after: 'g', action: { kind: 'select', part: 'manifest' } },
  { key: 'c', after: 'g', action: { kind: 'select', part: 'config' } },
  ...LAYER_DIGITS.map((key): KeyBinding => ({ key, after: 'g', action: { kind: 'select', part: `layer:${key}` } })),
  { key: 'c', action: { kind: 'copy' } },
  { key: 'r', action: { kind: 'report' } },
  { key: 'u', action: { kind: 'share' } },
  { key: 'v', action: { kind: 'differences' } },
  { key: 'd', action: { kind: 'theme' } },
];

/** What is looked at in a keyboard event. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
  readonly target: unknown;
}

/**
 * The key by what is printed on it: digits by place (AZERTY has them under Shift, Arabic layouts have digits of their own),
 * letters and signs as typed when they are Latin, else by place.
 */
export function keyName(press: Pick<KeyPress, 'key' | 'code' | 'shiftKey'>): string {
  if (press.key === '/' || press.key === '?') return press.key; // with Shift and a digit on many layouts
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(press.code)?.[1];
  if (digit !== undefined) return digit;
  if (press.key.length !== 1 || press.key <= '\x7f')
    return press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  return press.code === 'Slash' ? (press.shiftKey ? '?' : '/') : press.key;
}

const NOT_TYPED = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

/** Whether what is typed or pasted at `target` is its text. Duck-typed: the page and tests have different elements. */
export function isTextField(target: unknown): boolean {
  if (typeof target !== 'object' || target === null) return false;
  if ('isContentEditable' in target && target.isContentEditable === true) return true;
  const tag = 'tagName' in target ? String(target.tagName).toUpperCase() : '';
  if (tag === 'INPUT') return !('type' in target && NOT_TYPED.has(String(target.type)));
  return tag === 'TEXTAREA' || tag === 'SELECT';
}

/** A key that prints something, pressed without Control or Command: what WCAG 2.1.4 wants to be able to turn off. */
function isSingle({ key, command }: KeyBinding): boolean {
  return command !== true && key.length === 1;
}

/**
 * Reads key presses one after another; the answer is what they ask for, or null. `choice` is asked at each press:
 * with `commands`, single keys ask for nothing.
 */
export function createKeyReader(
  choice: () => KeyChoice = () => 'all',
  now: () => number = () => performance.now(),
): (press: KeyPress) => KeyAction | null {
  let before = '';
  let until = 0;
  return (press) => {
    const { ctrlKey, metaKey, altKey } = press;
    if (press.isComposing || press.defaultPrevented || altKey) return null;
    const key = keyName(press);
    const command = ctrlKey || metaKey;
    if (!command && isTextField(press.target)) return null;
    if (key === 'Shift' || key === 'Control' || key === 'Meta') return null;
    const after = now() <= until ? before : '';
    before = '';
    const fits = (binding: KeyBinding): boolean => binding.key === key && (binding.command ?? false) === command;
    const found = KEY_BINDINGS.find((binding) => fits(binding) && binding.after === (after || undefined));
    if (found) return choice() === 'commands' && isSingle(found) ? null : found.action;
    if (after === '' && !command && KEY_BINDINGS.some((binding) => binding.after === key)) {
      before = key;
      until = now() + PACE.keyMilliseconds;
    }
    return null;
  };
}
