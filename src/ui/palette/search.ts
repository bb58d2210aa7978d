/** Letters as they are compared: without case, accents, Arabic vowel signs and lengthening. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mn}\u0640\u2066-\u2069]/gu, '')
    .toLowerCase();
}

/** The texts that have all words of a query, each in one of its variants; those that begin with it come first. */
export function search<T>(all: readonly T[], query: string, textsOf: (each: T) => readonly string[]): readonly T[] {
  const wanted = plain(query).trim();
  const words = wanted.split(/\s+/);
  const found = all.flatMap((each) => {
    const texts = textsOf(each).map(plain);
    if (!words.every((word) => texts.some((text) => text.includes(word)))) return [];
    return [{ each, isFirst: texts.some((text) => text.startsWith(wanted)) }];
  });
  return [...found.filter(({ isFirst }) => isFirst), ...found.filter(({ isFirst }) => !isFirst)].map(
    ({ each }) => each,
  );
}
