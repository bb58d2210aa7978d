import { byLanguage } from '../byLanguage';
import { parseChapter } from './chapter';

const chapters = byLanguage((files) =>
  Object.keys(files)
    .toSorted()
    .map((path) => {
      const parsed = parseChapter(files[path] ?? '');
      if (parsed.kind === 'chapter') return parsed.chapter;
      const said = parsed.problems.map(({ code, line, found }) => `${line}: ${code} ${found}`);
      throw new Error([path, ...said].join('\n'));
    }),
);

/** Adds the chapters of a language: their texts, by paths whose order is the chapters'. */
export const addChapters = chapters.add;

/** The chapters in a language, in the order of their files' names. */
export const builtinChapters = chapters.of;
