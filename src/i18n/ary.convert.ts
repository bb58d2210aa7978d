import type { enConvert } from './en.convert';

/** Words about conversions between formats, in Moroccan Darija. */
export const aryConvert: Record<keyof typeof enConvert, string> = {
  'recipe.schema1-manifest':
    'مبني كيفما كيحول <c>skopeo</c> ل schema 1، قبل ما يوقّع ب key لي تصايب غير لديك الساعة: سطر لكل خطوة ف history، من الجديد للقديم، و config وسط اللخر. registry كيكتب فيه حتى السمية و tag، و digests ديال layers كيفما كيسجلهم هو.',
  'recipe.v2s2-list':
    'index سطر ب سطر، ب media types ديال Docker. كل سطر كيسمي manifest ديال schema 2 ديال platform ديالو، لي عندو digest ديالو؛ annotations كيتحيدو.',
  'recipe.platform-index':
    'list ديال Docker سطر ب سطر، ب media types ديال OCI. كل سطر كيسمي manifest ديال OCI ديال platform ديالو، لي عندو digest ديالو.',
  'cannot.not-an-image': 'ما فيه حتى image لي تقدر تتحول.',
  'cannot.no-history': 'history لي ف config ما كتقولش أينا خطوة دارت أينا layer، و schema 1 فيه سطر لكل خطوة.',
  'cannot.compression-unknown-to-docker':
    'كاين layer مضغوط ب طريقة خرى من غير gzip، ولي كيقراو هاد الفورما ما كيعرفو غير gzip.',
  'cannot.manifests-missing': 'manifest ديال platform خرى ماكاينش ف {here}، إوا ما معروفش شنو غادي يقول السطر ديالو.',
  'cannot.too-many-manifests': 'platforms بزاف، إوا ما حسبناش manifests ديالهم.',
};
