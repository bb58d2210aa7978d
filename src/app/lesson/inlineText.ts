import type { Inline } from './model';

/** The words of a text without what marks them. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map((each) => ('text' in each ? each.text : inlineText(each.children))).join('');
}
