import type { Lang } from '../viewState';
import { parseChapter } from './chapter';
import type { Chapter } from './model';

/** The texts of the chapters, by path: a language, or a chapter, is there when its file is. */
const TEXTS: Readonly<Record<string, string>> = import.meta.glob('../../lessons/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const read = new Map<Lang, readonly Chapter[]>();

/** The chapters in a language, in the order of their files' names; in English where there are none in it. */
export function builtinChapters(lang: Lang): readonly Chapter[] {
  let chapters = read.get(lang);
  if (!chapters) read.set(lang, (chapters = readChapters(lang)));
  return chapters.length === 0 && lang !== 'en' ? builtinChapters('en') : chapters;
}

function readChapters(lang: Lang): readonly Chapter[] {
  return Object.keys(TEXTS)
    .filter((path) => path.includes(`/lessons/${lang}/`))
    .toSorted()
    .map((path) => {
      const parsed = parseChapter(TEXTS[path] ?? '');
      if (parsed.kind === 'chapter') return parsed.chapter;
      const said = parsed.problems.map(({ code, line, found }) => `${line}: ${code} ${found}`);
      throw new Error([path, ...said].join('\n'));
    });
}
