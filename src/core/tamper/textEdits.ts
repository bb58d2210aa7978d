/** Another text in place of the characters from one offset to before another. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with its edits, which do not overlap, as UTF-8. */
export function replaced(text: string, edits: readonly TextEdit[]): Uint8Array<ArrayBuffer> {
  let made = '';
  let at = 0;
  for (const { from, to, text: next } of edits.toSorted((a, b) => a.from - b.from)) {
    made += text.slice(at, from) + next;
    at = to;
  }
  return new TextEncoder().encode(made + text.slice(at));
}
