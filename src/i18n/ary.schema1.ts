import type { enSchema1 } from './en.schema1';

/** Words about schema 1 manifests and their signatures, in Moroccan Darija. */
export const arySchema1: Record<keyof typeof enSchema1, string> = {
  'diagnostic.schema1-deprecated': 'هاد manifest ديال schema 1، لي الأدوات الجداد كيرفضوه',
  'diagnostic.schema1-deprecated.why':
    'Docker Engine ما بقاش كينزلو من 26 إلا ما قلتيش ليه، ومن <n>28.2</n> ما كينزلوش گاع؛ containerd من <n>2.1</n>. <c>skopeo</c> كيقراه ويقدر يحولو.',
  'diagnostic.schema1-counts-differ': 'manifest ديال <n>schema 1</n>: layers و history ماشي قد قد',
  'diagnostic.schema1-counts-differ.why':
    'فيه {layers} ف <c>fsLayers</c> و {history} ف <c>history</c>. كل واحد مع خوه، إوا كل الأدوات كيرفضو هادشي.',
  'diagnostic.schema1-id-invalid': 'ID ف manifest ديال schema 1 ماشي ID',
  'diagnostic.schema1-id-invalid.why': 'خاصو 64 رقم بالهيكسا. Docker و <c>skopeo</c> كيرفضو أي حاجة خرى.',
  'diagnostic.schema1-id-repeated': 'نفس ID كاين جوج مرات ف manifest ديال schema 1',
  'diagnostic.schema1-id-repeated.why':
    'إلا كانو جوج متابعين، الأدوات كيحسبوهم خطوة وحدة وكيطيحو الثانية؛ إلا رجع من بعد، كيرفضوه.',
  'diagnostic.schema1-parent-broken': 'خطوة ف manifest ديال schema 1 كتسمي parent آخر ماشي الخطوة لي تحتها',
  'diagnostic.schema1-parent-broken.why':
    'كل وحدة خاصها تسمي ID ديال السطر الموالي ف <c>history</c>، واللخرة ما تسمي حتى واحد. Docker و <c>skopeo</c> كيرفضو سلسلة مقطوعة.',
  'diagnostic.schema1-throwaway-blob': 'خطوة معلّمة بلي ما فيها layer، ولكن blob ديالها ماشي هو الخاوي',
  'diagnostic.schema1-throwaway-blob.why':
    'الأدوات لي كيتبعو <c>throwaway</c> كيخليو هاد البايتات برا image، وخرين كيحلوهم: جوج أدوات يقدرو يشوفو جوج images مختالفين.',
  'diagnostic.schema1-signature-malformed': 'signature ما كتتقراش',
  'diagnostic.schema1-signature-malformed.why':
    'إوا أينا بايتات كتغطي، وكيفاش registry كيسمي هاد manifest، ما يمكنش يتعرف. registry ديال Docker كيرفضو.',
  'diagnostic.schema1-signatures-disagree': 'signatures ما كيغطيوش نفس البايتات',
  'diagnostic.schema1-signatures-disagree.why':
    'كل signatures ديال document خاصهم يكونو على payload واحد. حتى واحد ما يقدر يقول أينا من {signatures} هو المقصود، إوا الأدوات كيرفضوه.',
  'diagnostic.schema1-signature-invalid': 'signature ما جاياش مع manifest',
  'diagnostic.schema1-signature-invalid.why':
    'ماشي هادو البايتات لي توقعو، ولا ماشي هادا key لي وقعهم. registry ديال Docker كيرفضو؛ <c>skopeo</c> ما كيشوفش.',
  'diagnostic.schema1-key-name-differs': 'key ماشي هو لي كتقول السمية ديالو',
  'diagnostic.schema1-key-name-differs.why': 'سمية ديال key كتتحسب من key براسو؛ هادي ديال key آخر، ولا مخترعة.',
  'diagnostic.schema1-outside-payload': 'manifest كيقول حاجة خرى برا داكشي لي كيغطيو signatures',
  'diagnostic.schema1-outside-payload.why':
    'registry ديال Docker كيقرا البايتات الموقعين، و <c>skopeo</c> لفيشي كامل: كيشوفو جوج images مختالفين، و signature كتهضر على وحدة فيهم.',

  'malformed.too-many': 'كاينين signatures كثر من أي manifest حقيقي؛ الباقي ما كيتقراش.',
  'malformed.shape': 'signature {signature} ما فيهاش <c>protected</c>، لي كيقول شنو موقّع.',
  'malformed.protected-not-base64url': '<c>protected</c> ديال signature {signature} ماشي base64url.',
  'malformed.protected-not-json':
    '<c>protected</c> ديال signature {signature} ما كيعطيش <c>formatLength</c> و <c>formatTail</c>.',
  'malformed.length-out-of-range': 'signature {signature} كتغطي بايتات كثر من لي ف document.',
  'malformed.tail-not-base64url': '<c>formatTail</c> ديال signature {signature} ماشي base64url.',

  'document.schema1-manifest': 'manifest ديال schema 1',
  'documents.within': 'string وسط {document}',
  'note.schema1-manifest': 'manifest ديال <n>schema 1</n>: layers من الجديد للقديم؛ بلا config',
  'recipe.config-from-schema1':
    'مبني من manifest ديال schema 1 كيفما كيحولو <c>skopeo</c>: <c>v1Compatibility</c> الجديد كيقول كيفاش كتخدم، كل واحد كيعطي سطر ف history، و DiffID ديال كل layer محسوب. داكشي لي ضاع ف التحويل ل schema 1 ما كيرجعش، إوا digest ديالو يقدر يختالف على لي كان.',

  'signature.title': 'signature وسمية ديال هاد manifest',
  'signature.payload': 'السمية ف registry',
  'signature.payloadSigned':
    '<c>sha256</c> ديال {size} بايت لي كتغطيهم signature: لفيشي بلا <c>signatures</c>، ب <c>formatLength</c> و <c>formatTail</c>. digest ديال لفيشي براسو، لفوق، كيتبدل مع كل توقيع؛ هادا لا.',
  'signature.payloadUnsigned': '<c>sha256</c> ديال لفيشي كامل: ما فيه حتى signature.',
  'signature.payloadUnknown': 'ما يمكنش يتعرف: signatures ما كيقولوش أينا بايتات كيغطيو، ولا كل وحدة كتقول حاجة',
  'signature.none': 'ماشي موقّع. registry ديال Docker كيبغي signature ف schema 1 وكيرفض هادا.',
  'signature.number': '<n>Signature {n}</n>',
  'signature.valid': 'جاية مع البايتات لي كتغطي',
  'signature.invalid': 'ما صالحاش',
  'signature.unknown': 'ما يمكنش تتشاف',
  'signatureReason.does-not-fit': 'بايتات خرين لي توقعو، ولا key آخر لي وقعهم',
  'signatureReason.malformed': 'ما كتتقراش',
  'signatureReason.algorithm': 'algorithm ماشي من لي كيتحسبو هنا',
  'signatureReason.no-key': 'ما معاها حتى key',
  'signatureReason.key-unreadable': 'key لي معاها ما كيصلحش',
  'signatureReason.no-web-crypto': 'المتصفح كيشوف signatures غير ف الصفحات ديال HTTPS ولا ديال هاد الماشينة براسها',
  'signatureReason.too-many': 'بزاف ديال manifests هنا موقعين؛ هادا تخلى',
  'signatureReason.redacted': 'شي قيم فيها تبدّلو ملي تصاوب snapshot',
  'signature.algorithm': 'algorithm',
  'signature.key': 'key',
  'signature.keyFrom.jwk': 'وسط document براسو (<c>jwk</c>)',
  'signature.keyFrom.x5c': 'ف certificate وسط document براسو (<c>x5c</c>)',
  'signature.keyNameTrue': 'السمية كتتحسب من key: هي ديال هاد key',
  'signature.keyNameFalse': 'ماشي سمية ديال هاد key، لي هي {fingerprint}',
  'signature.time': 'الوقت ديال التوقيع',
  'signature.timeStated': 'كيفما كيقول لي وقّع؛ حتى واحد ما ضامن الوقت',
  'signature.proves': 'شنو كتثبت',
  'signature.provesValid':
    'حتى واحد ما بدّل هاد البايتات من نهار وقعهم مول هاد key: السميات، الترتيب ديال <n>layers</n>، digests ديالهم، history.',
  'signature.provesNot': 'شنو ما كتثبتش',
  'signature.provesNotWords':
    'شكون لي وقّع. key جاي مع document، وحتى واحد ما ضامنو: لي بدّل image كيصاوب key جديد ويوقّع مرة خرى. <c>skopeo</c> و podman كيصاوبو واحد ف كل نسخة، Docker كان كيصاوب واحد لكل daemon. كتحمي من الغلط، ماشي من الناس؛ schema 2 حيدها.',
  'signature.steps': '{count, plural, one {خطوة وحدة} other {# خطوات}} ديال هاد manifest، من القديمة للجديدة',
  'signature.step.blob': 'blob',
  'signature.step.id': 'v1 ID',
  'signature.step.how': 'كيفاش جا ID',
  'signature.step.empty': 'بلا layer (<c>throwaway</c>)',
  'signature.step.topUnknown': 'ديال config الأصلي، لي ماكاينش هنا',
};
