import type { Lang } from '../viewState';
import { parseChapter } from './chapter';
import type { Chapter } from './model';

const texts = new Map<Lang, Readonly<Record<string, string>>>();
const read = new Map<Lang, readonly Chapter[]>();

/** Adds the chapters of a language: their texts, by paths whose order is the chapters'. */
export function addChapters(lang: Lang, chapters: Readonly<Record<string, string>>): void {
  texts.set(lang, chapters);
}

/** The chapters in a language, in the order of their files' names; in English where there are none in it. */
export function builtinChapters(lang: Lang): readonly Chapter[] {
  const of = texts.has(lang) ? lang : 'en';
  let chapters = read.get(of);
  if (!chapters) read.set(of, (chapters = readChapters(texts.get(of) ?? {})));
  return chapters;
}

function readChapters(files: Readonly<Record<string, string>>): readonly Chapter[] {
  return Object.keys(files)
    .toSorted()
    .map((path) => {
      const parsed = parseChapter(files[path] ?? '');
      if (parsed.kind === 'chapter') return parsed.chapter;
      const said = parsed.problems.map(({ code, line, found }) => `${line}: ${code} ${found}`);
      throw new Error([path, ...said].join('\n'));
    });
}
