import { ary as messages } from '../i18n/ary';
import type { Language } from './language';

export const language: Language = {
  messages,
  chapters: import.meta.glob('../lessons/ary/*.md', { query: '?raw', import: 'default', eager: true }),
  exercises: import.meta.glob('../exercises/ary/*.md', { query: '?raw', import: 'default', eager: true }),
};
