import type { enReasons } from './en.reasons';

/** Words for the reasons that diagnostics and errors give in their details, in Moroccan Darija. */
export const aryReasons: Readonly<Record<keyof typeof enReasons, string>> = {
  'corrupt.truncated': 'البايتات المضغوطين كيساليو قبل الوقت.',
  'corrupt.bad-data': 'البايتات المضغوطين ما تابعينش القواعد ديال {kind}.',
  'corrupt.bad-header': 'البايتات المضغوطين ما كيبداوش كيفما خاص {kind}.',
  'corrupt.bad-checksum': 'لي كيخرج ماشي هو لي كيقول checksum لي ف لخر.',
  'corrupt.bad-size': 'الطول ديال لي كيخرج ماشي هو لي مكتوب ف لخر.',
  'corrupt.window-too-large':
    'باش يتحل خاصو ميموار كتر من لي كتعطى هنا (window كبر من <n>128 MiB</n> ف zstd، ولا dictionary كبر من <n>64 MiB</n> ف xz).',
  'corrupt.needs-dictionary': 'تضغط ب dictionary لي ماكاينش ف لفيشي.',
  'corrupt.unsupported-feature':
    'كيستعمل شي حاجة من {kind} لي ما كتتقراش هنا: filter، ولا نوع ديال checksum، ولا blocks كيفما كانو قبل <n>1999</n>.',
  'corrupt.out-of-memory': 'الميموار ما كفاتش باش يتحل.',
  'corrupt.trailing-data': 'مورا لي مضغوط كاينين بايتات لي ماشي منو.',
  'unsafeName.absolute': 'السمية كتبدا ب <c>/</c>: إلا تحلات كيفما هي، غادي تخرج برا من الدوسي.',
  'unsafeName.parent': 'السمية كتخرج ب <c>..</c>: إلا تحلات كيفما هي، غادي تخرج برا من الدوسي.',
  'unsafeName.backslash': 'السمية فيها backslash، لي شي سيستيمات كيحسبوه بحال الفاصل ديال الدوسيات.',
  'unsafeName.nul': 'السمية فيها بايت NUL، لي شي أدوات كيقطعوها تما.',
  'unsafeName.not-utf8': 'السمية ماشي UTF-8: كل أداة وكيفاش كتقراها.',
  'unsafeName.too-long': 'السمية طول من لي كيقبل أي سيستيم؛ كتبان مقطوعة.',
  'pax.malformed-record':
    'واحد السطر فيه ما تابعش القاعدة «الطول، السمية، القيمة»: السطورة لي قبل منو محسوبين، والباقي ما كيتقراش.',
  'pax.nul-in-value': 'فيه سمية وسطها بايت NUL، لي شي أدوات كيقطعوها تما. هنا كتبان كاملة.',
  'pax.not-a-number': 'فيه وقت ولا مول لفيشي ماشي رقم، وما كيتحسبش.',
  'pax.too-large': 'فيه <n>{size}</n> بايت، كتر من أي واحد حقيقي، وما كيتقراش: هاد member كيبان ب header العادي ديالو.',
  'pax.too-many': 'كتر من <n>{limit}</n> تابعين بعضياتهم؛ الباقي ما كيتقراش.',
  'pax.global-record': 'كيبدّل <c>{key}</c> لكاع members لي من بعد، يعني السمية ولا الحجم ديالهم؛ هادشي ما كيتحسبش.',
  'pax.no-member': 'tar كيسالي قبل ما يجي member لي كيهضر عليه.',
};
