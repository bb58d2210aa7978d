import { en as messages } from '../i18n/en';
import type { Language } from './language';

export const language: Language = {
  messages,
  chapters: import.meta.glob('../lessons/en/*.md', { query: '?raw', import: 'default', eager: true }),
  exercises: import.meta.glob('../exercises/en/*.md', { query: '?raw', import: 'default', eager: true }),
};
