import type { enConvert } from './en.convert';

/** Words about conversions between formats, in Moroccan Darija. */
export const aryConvert: Record<keyof typeof enConvert, string> = {
  'recipe.schema1-manifest':
    'مبني كيفما كيحول <c>skopeo</c> ل schema 1، قبل ما يوقّع ب key لي تصايب غير لديك الساعة: سطر لكل خطوة ف history، من الجديد للقديم، و config وسط اللخر. registry كيكتب فيه حتى السمية و tag، و digests ديال layers كيفما كيسجلهم هو.',
  'recipe.v2s2-list':
    'index سطر ب سطر، ب media types ديال Docker. كل سطر كيسمي manifest ديال schema 2 ديال platform ديالو، لي عندو digest ديالو؛ annotations كيتحيدو.',
  'recipe.platform-index':
    'list ديال Docker سطر ب سطر، ب media types ديال OCI. كل سطر كيسمي manifest ديال OCI ديال platform ديالو، لي عندو digest ديالو.',
  'recipe.manifest-of-unpacked':
    'مبني من config و layers كيفما غادي يتكتبو هنا، محلولين: digest ديال layer بلا ضغط هو DiffID ديالو.',
  'recipe.v1-json-skopeo':
    'مكتوب كيفما كيديرو <c>skopeo</c> و <c>podman</c>: ID محسوب من ChainID و parent، وديال layer الفوقاني حتى من طرف ديال config. <c>docker save</c> كيعطي IDs خرين.',
  'recipe.repositories-diff-id':
    'السميات و tags، كل وحدة مع DiffID ديال layer اللخر، كيفما كيكتبها <c>docker save</c> من <n>25</n>.',
  'recipe.dir-version': 'لفيشي الثابت لي كيعلم على دوسي <c>dir:</c>.',
  'cannot.not-an-image': 'ما فيه حتى image لي تقدر تتحول.',
  'cannot.dates-unreadable': 'ف config كاين شي تاريخ ماشي مكتوب كيفما قال <c>RFC 3339</c>.',
  'cannot.no-history': 'history لي ف config ما كتقولش أينا خطوة دارت أينا layer، و schema 1 فيه سطر لكل خطوة.',
  'cannot.compression-unknown-to-docker':
    'كاين layer مضغوط ب طريقة خرى من غير gzip، ولي كيقراو هاد الفورما ما كيعرفو غير gzip.',
  'cannot.manifests-missing': 'manifest ديال platform خرى ماكاينش ف {here}، إوا ما معروفش شنو غادي يقول السطر ديالو.',
  'cannot.contents-differ':
    'كاينة شي حاجة ماشي هي لي كتقول documents ديالها، ولا ما يمكنش يبان بلي هي: كل الأدوات غادي يرفضو النتيجة.',
  'cannot.too-many-manifests': 'platforms بزاف، إوا ما حسبناش manifests ديالهم.',
};
