/** `NAME=value` out of several in one text. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** The pairs of a text, and whether there is no other way to take it apart. */
export interface SplitPairs {
  readonly pairs: readonly Pair[];
  readonly exact: boolean;
}

/** Names in a text that has no marks around values; `known` are the values that a name is known to have had. */
type Known = (name: string) => readonly string[];

/**
 * `A=b c D=e` as Docker's builders write ENV and LABEL: values stand as they are, so that only a known value tells where one with spaces in it
 * ends. Null for a text that is no such list.
 */
export function plainPairs(text: string, known: Known): SplitPairs | null {
  const pairs: Pair[] = [];
  let exact = true;
  let at = 0;
  while (at < text.length) {
    const cut = text.indexOf('=', at);
    const name = text.slice(at, cut);
    if (cut === -1 || name === '' || /\s/.test(name)) return null;
    const from = cut + 1;
    const isWhole = (value: string): boolean =>
      text.startsWith(value, from) && (from + value.length === text.length || text[from + value.length] === ' ');
    const certain = known(name)
      .filter(isWhole)
      .toSorted((a, b) => b.length - a.length)[0];
    const next = /\s+(?=[^\s="']+=)/g;
    next.lastIndex = from;
    const value = certain ?? text.slice(from, next.exec(text)?.index ?? text.length);
    const isLone = pairs.length === 0 && from + value.length === text.length && !/\s/.test(value);
    exact &&= certain !== undefined || isLone;
    pairs.push({ name, value });
    at = from + value.length;
    while (text[at] === ' ') at++;
  }
  return pairs.length === 0 ? null : { pairs, exact };
}

/** `A="b c" D=e` in the syntax of a Dockerfile; null for a text that is no such list. */
export function quotedPairs(text: string): readonly Pair[] | null {
  const pairs: Pair[] = [];
  const word = /\s*([^\s="]+)=((?:"(?:[^"\\]|\\[^])*"|'[^']*'|\\[^]|[^\s"'\\])*)(?=\s|$)/y;
  while (word.lastIndex < text.length) {
    const match = word.exec(text);
    if (!match) return null;
    pairs.push({ name: match[1] ?? '', value: unquoted(match[2] ?? '') });
    if (/^\s*$/.test(text.slice(word.lastIndex, word.lastIndex + 200))) break;
  }
  return pairs.length === 0 ? null : pairs;
}

function unquoted(text: string): string {
  return text.replace(
    /"((?:[^"\\]|\\[^])*)"|'([^']*)'|\\([^])/g,
    (_, double?: string, single?: string, lone?: string) =>
      double === undefined ? (single ?? lone ?? '') : double.replace(/\\(["\\$])/g, '$1'),
  );
}

/** A value as a Dockerfile has it in ENV and LABEL; null for one that cannot be written on a line. */
export function quotedValue(value: string): string | null {
  if (/[\n\r\0]/.test(value)) return null;
  return /^[\w./:@%+,-]+$/.test(value) ? value : `"${value.replace(/["\\$]/g, '\\$&')}"`;
}
