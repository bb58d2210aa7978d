import { addExercises } from '../app/exercises/builtin';
import { addChapters } from '../app/lesson/builtin';
import { LANGS, type Lang } from '../app/viewState';
import { addCatalogue } from '../i18n/i18n';
import { language as english } from './en';
import type { Language } from './language';

/** English is always there: what another language lacks, or while it comes, reads in it. The others are files of their own. */
const LOAD: Readonly<Record<Lang, () => Promise<{ readonly language: Language }>>> = {
  en: () => Promise.resolve({ language: english }),
  fr: () => import('./fr'),
  ary: () => import('./ary'),
};

const loading = new Map<Lang, Promise<void>>();

/** Makes the page able to speak a language; rejects when its file cannot be read. */
export function loadLanguage(lang: Lang): Promise<void> {
  let promise = loading.get(lang);
  if (!promise) {
    promise = LOAD[lang]().then(({ language }) => {
      addCatalogue(lang, language.messages);
      addChapters(lang, language.chapters);
      addExercises(lang, language.exercises);
    });
    loading.set(lang, promise);
  }
  return promise;
}

/** Every language, so that choosing another one later is no request. */
export async function loadLanguages(): Promise<void> {
  await Promise.all(LANGS.map(loadLanguage));
}
