import type { enRegistry } from './en.registry';

/** Words for images on registries, in Moroccan Darija. */
export const aryRegistry: Readonly<Record<keyof typeof enRegistry, string>> = {
  'registry.way':
    'أغلب registries ما كيخليوش الصفحات تقراهم، ولا كيعطيو tokens و layers من hosts خرين لي هاد الصفحة ما عندهاش الحق تسولهم. كوپيي image ل tar، و جرّو لهنا:',
  'share.kind.registry': 'image ف registry ديالها',
  'share.kind.registry.why': 'لي حلّو كيتسوّل هو لول واش هاد registry يتقرا.',
};
