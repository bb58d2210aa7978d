const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Text from a file, safe to show: control, direction and other invisible characters become their code point in
 * brackets (`⟦U+202E⟧`), so that a name cannot pretend to be another one.
 */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`;
  });
}

const LRI = '\u2066';
const FSI = '\u2068';
const PDI = '\u2069';

/** `text` as one left-to-right run where markup is not possible (title, aria-label). Never for text that is copied. */
export function isolateLtr(text: string): string {
  return `${LRI}${text}${PDI}`;
}

/** A text without the isolates that {@link isolateLtr} and {@link isolateAuto} put into it: what is copied or saved is what it shows. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}

/** `text` in its own direction where markup is not possible. */
export function isolateAuto(text: string): string {
  return `${FSI}${text}${PDI}`;
}
