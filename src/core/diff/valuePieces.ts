import type { JsonNode } from '../bytes/jsonTree';
import { looksSecret } from '../config/card';
import { stringPieces } from '../config/lines';
import type { Masks } from '../config/masks';
import { LIMITS } from '../limits';
import { cutPieces, type Piece } from '../model/configView';

const LABEL = /\/(?:Labels|annotations)\/[^/]+$/;

/**
 * A value of a document as JSON text of one line, cut at `LIMITS.diffValueCharacters`. What is hidden in it is apart: the values of variables, wherever
 * they are, and of labels and annotations that have a name that secrets have.
 */
export function valuePieces(root: JsonNode, masks: Masks): readonly Piece[] {
  const pieces: Piece[] = [];
  let length = 0;
  const add = (text: string, hides: string | null = null): void => {
    pieces.push({ text, hides });
    length += text.length;
  };
  // Recursion is safe: the nesting of JSON that is read is limited.
  const print = (node: JsonNode): void => {
    const { type, children, value } = node;
    if (type === 'string') {
      add('"');
      for (const { text, hides } of hiding(node, masks)) add(JSON.stringify(text).slice(1, -1), hides);
      return add('"');
    }
    if (!children) return add(type === 'null' ? 'null' : String(value ?? ''));
    add(type === 'object' ? '{' : '[');
    for (const [index, child] of children.entries()) {
      if (length > LIMITS.diffValueCharacters) return;
      if (index > 0) add(',');
      if (child.key !== undefined && type === 'object') add(`${JSON.stringify(child.key)}:`);
      print(child);
    }
    add(type === 'object' ? '}' : ']');
  };
  print(root);
  return cutPieces(joined(pieces), LIMITS.diffValueCharacters).pieces;
}

function hiding(node: JsonNode, masks: Masks): readonly Piece[] {
  const { key = '', pointer, value } = node;
  if (LABEL.test(pointer) && looksSecret(key) && value !== '') return [{ text: String(value ?? ''), hides: key }];
  return stringPieces(node, masks);
}

/** Without borders between texts that hide nothing. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && last.hides === null && piece.hides === null)
      all[all.length - 1] = { text: last.text + piece.text, hides: null };
    else all.push(piece);
  }
  return all;
}
