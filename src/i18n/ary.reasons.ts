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
  'notDocument.syntax': 'ماشي JSON صحيح: السطر <n>{line}</n>، العمود <n>{column}</n>.',
  'notDocument.encoding': 'ماشي كتابة ب UTF-8.',
  'notDocument.too-large': 'كبر من أي document ديال image.',
  'notDocument.too-deep': 'داخل ف بعضياتو بزاف.',
  'notDocument.skopeo-inspect':
    'هادا الملخص لي كيدير <c>skopeo inspect</c> ديال image: <c>--raw</c> كيخرج manifest، و <c>--config --raw</c> كيخرج config.',
  'notDocument.docker-inspect':
    'هادشي لي كيقول <c>docker inspect</c> على image ولا container ف داك الجهاز: ملخص، ماشي document منها.',
  'notDocument.archive-manifest':
    'هادا <c>manifest.json</c> ديال <c>docker save</c>: ليستة ديال لفيشيات لي ف tar ديالو، بلا بيه ما كيقول والو.',
  'notDocument.layout-mark': 'هادا لفيشي <c>oci-layout</c> لي غير كيعلم على layout.',
  'notDocument.registry-error': 'هادا جواب ديال registry لي ما بغاش: <c>errors</c> كيقولو علاش.',
  'notDocument.statement': 'هادا attestation ولا SBOM: هضرة على image.',
  'notDocument.v1-json': 'هادا <c>json</c> ديال layer واحد ف v1، وخاصو layers لي تحتو.',
  'notDocument.no-schema-version':
    'كيبان بحال manifest ولا index، ولكن ما فيه حتى <c>schemaVersion</c> كيعرفوها الأدوات.',
  'notDocument.other': 'ما فيه حتى field من لي كيتعرفو بيهم هاد documents.',
  'tocProblem.outside': 'مكتوب بلي كاينة ف بلاصة لي layer ما عندو فيها حتى بايت.',
  'tocProblem.too-large': 'كبر من أي وحدة كتتقرا هنا.',
  'tocProblem.corrupt': 'ما كتتحلش.',
  'tocProblem.no-index': 'tar لي مسجلة فيه ما كيبداش ب <c>stargz.index.json</c>.',
  'tocProblem.not-json': 'ماشي JSON.',
  'tocProblem.shape': 'هي JSON بلا ليستة ديال <c>entries</c>.',
  'tocProblem.version':
    '{version, select, none {ما كتقولش version ديالها؛ معروفة غير 1.} other {version ديالها هي <n>{version}</n>؛ معروفة غير 1.}}',
  'tocProblem.entry-outside': 'كتقول على شي فيشي بلي هو ف بلاصة لي layer ما عندو فيها والو.',
  'unsafeName.absolute': 'السمية كتبدا ب <c>/</c>: إلا تحلات كيفما هي، غادي تخرج برا من الدوسي.',
  'unsafeName.parent': 'السمية كتخرج ب <c>..</c>: إلا تحلات كيفما هي، غادي تخرج برا من الدوسي.',
  'unsafeName.backslash': 'السمية فيها backslash، لي شي سيستيمات كيحسبوه بحال الفاصل ديال الدوسيات.',
  'unsafeName.nul': 'السمية فيها بايت NUL، لي شي أدوات كيقطعوها تما.',
  'unsafeName.not-utf8': 'السمية ماشي UTF-8: كل أداة وكيفاش كتقراها.',
  'unsafeName.too-long': 'السمية طول من لي كيقبل أي سيستيم؛ كتبان مقطوعة.',
  'whiteout.name': 'ما كيسمّي حتى حاجة لي تقدر تتخبّع، إذن ما كيخبّع والو.',
  'whiteout.parent': 'الطريق ديالو كتخرج من image ب <c>..</c>، إذن ما كيخبّع والو.',
  'whiteout.type': 'ماشي فيشي عادي. واخا هكاك كيخبّع.',
  'whiteout.content': 'ماشي خاوي. لي فيه ما كيتشافش؛ واخا هكاك كيخبّع.',
  'whiteout.folder': 'كاينة شي حاجة ف دوسي سميتو بحال whiteout: ما كتتحسبش.',
  'whiteout.same-layer':
    'نفس layer فيه entry بهاد السمية. whiteouts كيخبّعو غير لي لتحت، إذن entry كتبقى؛ شي أدوات كيحيدوها.',
  'misleadingName.control': 'السمية فيها حروف ديال التحكم: terminal يقدر يحرّك ولا يلوّن ولا يمسح الكتابة بسبابهم.',
  'misleadingName.invisible': 'السمية فيها حروف ما كيبانوش، ولا كيقلبو الجهة ديال الكتابة: تقدر تبان بحال سمية خرى.',
  'damage.tar-bad-checksum': 'checksum ديال header ماشي هو هاداك.',
  'damage.tar-bad-size': 'header فيه حجم ما يمكنش، إوا ما يمكنش نعرفو فين header لي من بعد.',
  'unreadable.json-syntax': 'ماشي JSON صحيح: شوف السطر <n>{line}</n>، العمود <n>{column}</n>.',
  'unreadable.json-encoding': 'ماشي كتابة UTF-8، هو {encoding}.',
  'unreadable.json-shape': 'JSON من شكل آخر: ف <c>{pointer}</c> خاصها تكون <c>{expected}</c> وكاينة <c>{found}</c>.',
  'unreadable.json-too-large': 'كبر من أي واحد حقيقي، وما كيتقراش.',
  'unreadable.json-too-deep': 'داخل ف بعضياتو كتر من أي واحد حقيقي، وما كيتقراش.',
  'pax.malformed-record':
    'واحد السطر فيه ما تابعش القاعدة «الطول، السمية، القيمة»: السطورة لي قبل منو محسوبين، والباقي ما كيتقراش.',
  'pax.nul-in-value': 'فيه سمية وسطها بايت NUL، لي شي أدوات كيقطعوها تما. هنا كتبان كاملة.',
  'pax.not-a-number': 'فيه وقت ولا مول لفيشي ماشي رقم، وما كيتحسبش.',
  'pax.too-large': 'فيه <n>{size}</n> بايت، كتر من أي واحد حقيقي، وما كيتقراش: هاد member كيبان ب header العادي ديالو.',
  'pax.too-many': 'كتر من <n>{limit}</n> تابعين بعضياتهم؛ الباقي ما كيتقراش.',
  'pax.global-record': 'كيبدّل <c>{key}</c> لكاع members لي من بعد، يعني السمية ولا الحجم ديالهم؛ هادشي ما كيتحسبش.',
  'pax.no-member': 'tar كيسالي قبل ما يجي member لي كيهضر عليه.',
};
