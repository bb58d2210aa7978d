import type { enRegistry } from './en.registry';

/** Words for images on registries, in Moroccan Darija. */
export const aryRegistry: Readonly<Record<keyof typeof enRegistry, string>> = {
  'registry.way':
    'أغلب registries ما كيخليوش الصفحات تقراهم، ولا كيعطيو layers من hosts خرين لي هاد الصفحة ما عندهاش الحق تسولهم. كوپيي image ل tar، و جرّو لهنا:',
  'gate.token.title': 'هاد registry كيطلب token من <n>{tokens}</n>. نخليوهم بجوج؟',
  'gate.token.line':
    '<n>{host}</n> كيعطي هاد image لي عندو token، وكيقول بلي <n>{tokens}</n> كيعطيهم لكولشي. العنوان ديالك ف الشبكة غادي يبان لهاد جوج hosts، وماشي لغيرهم. الصفحة كتتحل ليهم بجوج غير على قبل هاد ليان؛ ما كيتصيفط لا سمية لا mot de passe.',
  'gate.token.address': 'tokens',
  'gate.token.open': 'قرا من <n>{host}</n> و <n>{tokens}</n>',
  'lock.openTokens':
    'داك registry كيخلي <n>{tokens}</n> يعطي tokens ديالو. نتا وافقتي باش حتى هو يتسوّل، على قبل هاد ليان.',
  'share.kind.registry': 'image ف registry ديالها',
  'share.kind.registry.why': 'لي حلّو كيتسوّل هو اللول واش هاد registry يتقرا.',
};
