import type { enFiles } from './en.files';

/** Words of the files that layers hold, in Moroccan Darija. */
export const aryFiles: Readonly<Record<keyof typeof enFiles, string>> = {
  'notices.inLayer': 'ف layer',
  'inLayer.tar-unsafe-name.why':
    'ف الفيشيات ديال image، slash لي ف اللول كيتحيد، ولي كيخرج ما كاين ف حتى دوسي. والو ما كيتكتب ف الديسك ديالك.',
  'inLayer.tar-duplicate-member.why': 'ملي كيتحل كيبقى اللخر؛ البايتات ديال لخرين كيبقاو ف layer.',
  'inLayer.tar-sparse-member.why': 'كيخزن غير الأطراف لي ماشي صفر.',
  'inLayer.tar-link-broken.why':
    'hard link كيسمّي فيشي لي خاصو يكون كاين من قبل، ف هاد layer ولا لتحت. إلا تحل كيوقع خطأ، ولا كيتخلى.',
};
