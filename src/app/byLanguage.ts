import type { Lang } from './viewState';

/** Texts by their paths. */
type Files = Readonly<Record<string, string>>;

interface ByLanguage<T> {
  /** Adds the texts of a language. */
  readonly add: (lang: Lang, files: Files) => void;
  /** What is read out of them, once; out of the English ones where a language has none yet. */
  readonly of: (lang: Lang) => readonly T[];
}

/** What the page teaches with: texts that come with their language, and are read when they are first asked for. */
export function byLanguage<T>(read: (files: Files) => readonly T[]): ByLanguage<T> {
  const texts = new Map<Lang, Files>();
  const made = new Map<Lang, readonly T[]>();
  return {
    add: (lang, files) => void texts.set(lang, files),
    of(asked) {
      const lang = texts.has(asked) ? asked : 'en';
      let all = made.get(lang);
      if (!all) made.set(lang, (all = read(texts.get(lang) ?? {})));
      return all;
    },
  };
}
