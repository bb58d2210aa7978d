import { PACE } from '../core/limits';
import { COMMANDS, type Action, type KeyPlace, type Keys } from './commands';
import type { KeyChoice } from './viewState';

/** The keys of all commands, each with what it asks for. */
export const KEYS: readonly (Keys & { readonly action: Action })[] = COMMANDS.flatMap(({ action, keys }) =>
  keys.map((each) => ({ ...each, action })),
);

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

/** Where signs are on a keyboard as sold in the United States. */
const SIGN_CODES: Readonly<Record<string, string>> = { '[': 'BracketLeft', ']': 'BracketRight', '/': 'Slash' };

/** The code of the key that a letter or sign is on, in the United States; undefined for all else. */
export function codeOf(key: string): string | undefined {
  return /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : SIGN_CODES[key];
}

/**
 * What a key may be called, the likeliest first. Digits go by place (AZERTY has them under Shift, and signs in their stead; Arabic layouts
 * have digits of their own); letters and signs are as typed when they are Latin, else by place, and so are brackets, which few layouts have
 * on a key of their own.
 */
export function keyNames({ key, code, shiftKey }: Pick<KeyPress, 'key' | 'code' | 'shiftKey'>): readonly string[] {
  if (/^[/?[\]]$/.test(key)) return [key]; // on a digit, with Shift or AltGr, on many layouts
  // Without Num Lock, the keys of the number pad are arrows and the like.
  const digit = /^Digit([0-9])$/.exec(code)?.[1] ?? (key.length === 1 ? /^Numpad([0-9])$/.exec(code)?.[1] : undefined);
  // It may be two characters, as the Arabic lam-alef.
  const isLatin = /^[\x20-\x7e]+$/.test(key) && key !== 'Dead';
  const typed = key.length === 1 ? key.toLowerCase() : key;
  if (digit !== undefined) return isLatin && typed !== digit ? [digit, typed] : [digit];
  const byPlace = namedByPlace(code, shiftKey);
  if (!isLatin) return [byPlace ?? key];
  return code.startsWith('Bracket') && byPlace !== undefined ? [typed, byPlace] : [typed];
}

function namedByPlace(code: string, shiftKey: boolean): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  if (shiftKey) return code === 'Slash' ? '?' : undefined;
  return Object.keys(SIGN_CODES).find((sign) => SIGN_CODES[sign] === code);
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

/** A key that types or deletes something, pressed without Control, Command or Alt: what WCAG 2.1.4 wants to be able to turn off. */
function isSingle({ key, command, alt }: Keys): boolean {
  return !command && !alt && (key.length === 1 || key === 'Backspace');
}

/** Brackets are typed with AltGr on many layouts, which some systems report as Control and Alt. */
function isTypedWithAlt({ key, altKey }: KeyPress): boolean {
  return altKey && (key === '[' || key === ']');
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Meta', 'Alt', 'AltGraph']);

interface KeyReaderOptions {
  /** Where the keys work that are read, those that win first. */
  readonly places?: () => readonly KeyPlace[];
  /** Asked at each press: with `commands`, single keys ask for nothing. */
  readonly choice?: () => KeyChoice;
  readonly now?: () => number;
}

/** Reads key presses one after another; the answer is what they ask for, or null. */
export function createKeyReader({
  places = () => ['page'],
  choice = () => 'all',
  now = () => performance.now(),
}: KeyReaderOptions = {}): (press: KeyPress) => Action | null {
  let before = '';
  let until = 0;
  return (press) => {
    if (press.defaultPrevented) before = '';
    if (press.isComposing || press.defaultPrevented) return null;
    const names = keyNames(press);
    const isTyped = isTypedWithAlt(press);
    const command = (press.ctrlKey || press.metaKey) && !isTyped;
    const alt = press.altKey && !isTyped;
    const inText = isTextField(press.target);
    if (inText && !command) return null;
    if (MODIFIERS.has(press.key)) return null;
    // With Shift too, a command is another one, of the browser's.
    if (command && (alt || press.shiftKey)) return null;
    const after = now() <= until ? before : '';
    before = '';
    const fits = (keys: Keys, place: KeyPlace, name: string): boolean =>
      keys.key === name &&
      keys.place === place &&
      keys.after === (after || undefined) &&
      (keys.command ?? false) === command &&
      (keys.alt ?? false) === alt;
    const tried = names.flatMap((name) => places().map((place) => ({ name, place })));
    for (const { name, place } of tried) {
      const found = KEYS.find((keys) => fits(keys, place, name));
      if (!found) continue;
      const isOff = (choice() === 'commands' && isSingle(found)) || (inText && found.notInText === true);
      return isOff ? null : found.action;
    }
    const first = names.find((name) => KEYS.some((keys) => keys.after === name));
    if (after === '' && !command && !alt && first !== undefined) {
      before = first;
      until = now() + PACE.keyMilliseconds;
    }
    return null;
  };
}
