import { fr as messages } from '../i18n/fr';
import type { Language } from './language';

export const language: Language = {
  messages,
  chapters: import.meta.glob('../lessons/fr/*.md', { query: '?raw', import: 'default', eager: true }),
  exercises: import.meta.glob('../exercises/fr/*.md', { query: '?raw', import: 'default', eager: true }),
};
