/** A run of text that reads left to right within right-to-left text, or text between such runs. */
export interface Run {
  readonly text: string;
  readonly isLtr: boolean;
}

/** Latin letters and digits with what stands between them: `Docker v2`, `4 layers`, `1.0`, `20 %`. The end of a sentence is not between them. */
const LATIN = /[A-Za-z0-9](?:(?:(?!\. )[A-Za-z0-9 ._:/+=*'’-])*[A-Za-z0-9])?(?: ?%)?/g;

/** Cuts a sentence of a right-to-left language where words of another direction begin and end: each must stay together. */
export function ltrRuns(text: string): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(LATIN)) {
    if (match.index > at) runs.push({ text: text.slice(at, match.index), isLtr: false });
    runs.push({ text: match[0], isLtr: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) runs.push({ text: text.slice(at), isLtr: false });
  return runs;
}
