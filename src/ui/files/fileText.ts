import type { Language, TextEncodingName } from '../../core/model/fileLook';
import type { Tokens } from '../documents/jsonTokens';
import { storedRows, type TextRows } from '../documents/textRows';
import { highlighted } from './highlight';

export const KEY_LINE = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/;
const KEYS =
  /(-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----)[^]*?(-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$)/g;
/** Stands for what is between the two lines of a key. */
const HIDDEN = '\n………\n';

/** The text that the bytes are, a character cut at their end left out, and what is inside private keys hidden. */
export function textOf(bytes: Uint8Array, encoding: TextEncodingName): string {
  const label = encoding === 'latin1' ? 'windows-1252' : encoding;
  const text = new TextDecoder(label, { ignoreBOM: false }).decode(bytes, { stream: true });
  return KEY_LINE.test(text) ? text.replace(KEYS, `$1${HIDDEN}$2`) : text;
}

/** Whether a private key begins in the bytes. */
export function holdsKey(bytes: Uint8Array): boolean {
  return KEY_LINE.test(new TextDecoder('latin1').decode(bytes));
}

export interface FileLayout {
  readonly text: string;
  readonly tokens: Tokens | null;
  readonly rows: TextRows;
}

/** Lays a text out in rows and finds what looks otherwise in it, in small steps. */
export function* layOutFile(text: string, language: Language): Generator<void, FileLayout> {
  const tokens = yield* highlighted(text, language);
  return { text, tokens, rows: yield* storedRows(text) };
}
