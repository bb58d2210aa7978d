import { LIMITS } from '../../core/limits';
import type { Navigation } from '../navigation';
import { looksLikeChapter, parseChapter } from './chapter';
import type { Lesson } from './lesson';

/** Opening, where a chapter of a lesson opens in the lesson; other files of the reader's own are kept there, too. */
export function withChapters(navigation: Navigation, lesson: Lesson): Navigation {
  const openOwn: Navigation['openOwn'] = (source) => {
    lesson.keepOwn(source);
    navigation.openOwn(source);
  };
  return {
    ...navigation,
    openOwn(source) {
      if (source.kind !== 'file' || !/\.md$/i.test(source.file.name) || source.file.size > LIMITS.lessonBytes) {
        return openOwn(source);
      }
      const { file } = source;
      const read = (text: string): void => {
        if (!looksLikeChapter(text)) return openOwn(source);
        const parsed = parseChapter(text);
        if (parsed.kind === 'chapter') lesson.addChapter(parsed.chapter);
        else lesson.refuse(file.name, parsed.problems);
      };
      // What cannot be read, opening says better.
      file.text().then(read, () => openOwn(source));
    },
  };
}
