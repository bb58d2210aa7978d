import type { enTakeaway } from './en.takeaway';

/** Words of the menu that gives a board as a picture or table, in Moroccan Darija. */
export const aryTakeaway: Readonly<Record<keyof typeof enTakeaway, string>> = {
  'takeaway.label': 'دّيها معاك',
  'takeaway.svg': 'تصويرة (SVG)',
  'takeaway.png': 'تصويرة (PNG)',
  'takeaway.markdown': 'طابلو (Markdown)',
  'takeaway.copy': 'كوپيي الطابلو',
  'takeaway.print': 'طبع…',
  'takeaway.failed': 'لبراوزر ما قدرش يرسم التصويرة. SVG هي نفس التصويرة.',
};
