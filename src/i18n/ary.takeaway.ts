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
  'takeaway.redacted':
    'ف التصاور والطابلوات، القيم و labels والكوموندات ولي صاوبو والعناوين مخبّيين. لي يقدر يبان كيتعلّم ف پارطاجي، فيشي.',
  'takeaway.shown': 'ماشي مخبّي ف التصاور والطابلوات، كيف معلّم ف پارطاجي: {kinds}.',
  'takeaway.cannot': 'ما يمكن يتخبّى والو، داكشي علاش ما كاين لا تصاور لا طابلوات: {why}.',
};
