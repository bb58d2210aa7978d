import type { JsonNode } from '../bytes/jsonTree';
import { LIMITS } from '../limits';
import { cutPieces, type ConfigLine, type Piece } from '../model/configView';
import type { Masks } from './masks';

/** A config printed one value a line, the values of variables apart; and how many lines there are. */
export function configLines(root: JsonNode, masks: Masks): { lines: ConfigLine[]; lineCount: number } {
  const lines: ConfigLine[] = [];
  let lineCount = 0;
  const add = (make: () => ConfigLine): void => {
    lineCount++;
    if (lines.length < LIMITS.configLines) lines.push(make());
  };
  const plain = (text: string): readonly Piece[] => [{ text, hides: null }];
  // Recursion is safe: the nesting of JSON that is read is limited.
  const print = (node: JsonNode, depth: number, comma: boolean): void => {
    const { pointer: at, key, children } = node;
    const name = key ?? null;
    if (!children) return add(() => ({ at, depth, name, text: scalarPieces(node, masks), comma }));
    const [open, close] = node.type === 'object' ? ['{', '}'] : ['[', ']'];
    if (children.length === 0) return add(() => ({ at, depth, name, text: plain(open + close), comma }));
    add(() => ({ at, depth, name, text: plain(open), comma: false }));
    children.forEach((child, i) => print(child, depth + 1, i < children.length - 1));
    add(() => ({ at, depth, name: null, text: plain(close), comma }));
  };
  print(root, 0, false);
  return { lines, lineCount };
}

function scalarPieces(node: JsonNode, masks: Masks): readonly Piece[] {
  const { type, value } = node;
  if (type !== 'string') return [{ text: type === 'null' ? 'null' : String(value ?? ''), hides: null }];
  const { pieces: kept, cut } = cutPieces(stringPieces(node, masks), LIMITS.configText);
  const quoted = kept.map((piece) => ({ ...piece, text: JSON.stringify(piece.text).slice(1, -1) }));
  return [{ text: '"', hides: null }, ...quoted, { text: cut > 0 ? '…"' : '"', hides: null }];
}

/** A string of a config, without quotation marks, the values of variables apart. */
export function stringPieces({ pointer, value }: JsonNode, masks: Masks): readonly Piece[] {
  const text = String(value ?? '');
  return /\/Env\/\d+$/.test(pointer) ? variablePieces(text) : masks.pieces(text);
}

/** A variable's value is hidden whatever its name. */
function variablePieces(text: string): readonly Piece[] {
  const from = text.indexOf('=') + 1;
  if (from === 0 || from === text.length) return [{ text, hides: null }];
  return [
    { text: text.slice(0, from), hides: null },
    { text: text.slice(from), hides: text.slice(0, from - 1) },
  ];
}
