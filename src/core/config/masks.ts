import { LIMITS } from '../limits';
import type { Piece } from '../model/configView';
import { looksSecret } from './card';
import type { Pair } from './pairs';

/** A value shorter than this is no secret that could be told from other text. */
const SECRET_CHARACTERS = 4;

interface Run {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Finds the values of variables in texts, so that they are hidden until they are asked for. */
export class Masks {
  /** Values by name, the longest first. */
  private readonly values = new Map<string, readonly string[]>();
  private readonly secrets: Pair[] = [];

  constructor(pairs: Iterable<Pair>) {
    for (const pair of pairs) {
      const { name, value } = pair;
      const known = this.values.get(name) ?? [];
      if (value === '' || known.includes(value)) continue;
      this.values.set(
        name,
        [...known, value].toSorted((a, b) => b.length - a.length),
      );
      if (looksSecret(name) && value.length >= SECRET_CHARACTERS) this.secrets.push(pair);
    }
  }

  /** A text with the values in it apart. */
  pieces(text: string): readonly Piece[] {
    const runs = [...this.named(text), ...this.alone(text)].toSorted((a, b) => a.start - b.start || b.end - a.end);
    const pieces: Piece[] = [];
    let at = 0;
    for (const { start, end, name } of runs) {
      // Of two that overlap, what the second has beyond the first is hidden too.
      const from = Math.max(start, at);
      if (end <= from) continue;
      if (from > at) pieces.push({ text: text.slice(at, from), hides: null });
      pieces.push({ text: text.slice(from, end), hides: name });
      at = end;
    }
    if (at < text.length || pieces.length === 0) pieces.push({ text: text.slice(at), hides: null });
    return pieces;
  }

  /** Values after `NAME=`, with or without quotation marks around them. */
  private named(text: string): Run[] {
    const runs: Run[] = [];
    for (const match of text.matchAll(/([^\s="'`,;|&(){}[\]]+)=(["']?)/g)) {
      const [whole, name = '', mark = ''] = match;
      const start = match.index + whole.length;
      const forms = (this.values.get(name) ?? []).flatMap((value) =>
        mark === '' ? [value] : [value, value.replace(/["\\$]/g, '\\$&')],
      );
      const found = forms.find((form) => text.startsWith(form, start));
      if (found !== undefined) runs.push({ start, end: start + found.length, name });
    }
    return runs;
  }

  /** Secrets, wherever they are. */
  private alone(text: string): Run[] {
    const runs: Run[] = [];
    for (const { name, value } of this.secrets) {
      for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) {
        runs.push({ start: at, end: at + value.length, name });
        if (runs.length >= LIMITS.configEntries) return runs;
      }
    }
    return runs;
  }
}
