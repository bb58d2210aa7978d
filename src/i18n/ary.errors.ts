import type { ErrorWords } from './codes';

/** Words for why nothing can be shown, in Moroccan Darija. */
export const aryErrors: ErrorWords = {
  'error.empty-file.title': 'هاد لفيشي خاوي',
  'error.empty-file.meaning':
    'فيه <n>0 bytes</n>. تيليشارجمون ولا <c>docker save</c> لي حبس ف اللول كيخلي فيشي بحال هادا.',
  'error.empty-file.todo': 'صاوبو ولا تيليشارجيه مرة خرى، وشوف واش الأداة لي كتباتو عطات شي ميساج ديال غلط.',
  'error.not-a-tar.title': 'هادا ماشي tar',
  'error.not-a-tar.meaning':
    'archive ديال image هو tar: أول <n>512 bytes</n> فيه هي header عندها checksum. هاد لفيشي ما عندوش.',
  'error.not-a-tar.todo': 'سجّل image ف tar بشي كوموند من هادو لتحت، ومن بعد حلّ داك لفيشي.',
  'error.unsupported-compression.title': 'ما نقدروش نحلو هاد الضغط هنا',
  'error.unsupported-compression.meaning':
    'tar لي وسط gzip ولا zstd ولا xz ولا bzip2 كيتحل نيشان، ولكن هادا مضغوط ب <c>{kind}</c> بطريقة لي ما كتتحلش هنا. لفيشي يقدر يكون صحيح.',
  'error.unsupported-compression.todo':
    'حلّ الضغط هو اللول (<c>xz -d</c>، <c>zstd -d --long=31</c>، <c>bunzip2</c>)، ومن بعد حلّ tar لي غادي يخرج.',
  'error.wrapper-corrupt.title': 'لفيشي المضغوط مهرّس',
  'error.wrapper-corrupt.meaning': 'كيبدا بحال tar مضغوط، ولكن ما خرج منو والو.',
  'error.wrapper-corrupt.todo':
    'كوپيه ولا تيليشارجيه مرة خرى. <c>gzip -t</c> ولا <c>zstd -t</c> ولا <c>xz -t</c> ولا <c>bzip2 -t</c> كيشوفو واش صحيح.',
  'error.wrapper-too-large.title': 'tar لي لداخل كبير بزاف باش يتحل هنا',
  'error.wrapper-too-large.meaning':
    'tar مضغوط خاصو يتحل كامل قبل ما يتقرا، وهادا ما غاديش يوسع. tar بلا ضغط كيتحل كيفما كان حجمو.',
  'error.wrapper-too-large.todo':
    'حلّ الضغط هو اللول (<c>gunzip</c>، <c>zstd -d</c>، <c>xz -d</c>، <c>bunzip2</c>)، ومن بعد حلّ tar لي غادي يخرج.',
  'error.not-an-image.title': 'ما كاينة حتى image ف {here}',
  'error.not-an-image.meaning':
    'قلّبنا على <c>manifest.json</c>، وعلى <c>index.json</c> مع <c>oci-layout</c>، وعلى <c>repositories</c> مع لي دوسي ديال layers. حتى واحد ما كاين لي يمكن يتقرا.',
  'error.not-an-image.todo': 'سجّل شي image بكوموند من هادو لتحت، ومن بعد حلّ داك لفيشي.',
  'error.unsafe-names.title': 'السميات لي ف {here} كيخرجو برا منو',
  'error.unsafe-names.meaning':
    'من بين <n>{count}</n> سمية، <n>{unsafe}</n> كيبداو ب <c>/</c> ولا كيطلعو برا ب <c>..</c>. إلا تحلو، لفيشيات بحال هادو يقدرو يمشيو لأي بلاصة ف الديسك، إوا عمرهم ما كيتقراو طرف من image، وبلاهم ما كاينة حتى image.',
  'error.unsafe-names.todo':
    'سجّل image مرة خرى بكوموند من هادو لتحت. إلا كانت مجموعة ب اليد، عاود جمعها بلا <c>tar -P</c>. ما تحلش هاد لفيشي ب أداة لي ما كتعرفهاش.',
  'error.too-many-files.title': 'هاد الدوسي فيه لفيشيات بزاف',
  'error.too-many-files.meaning':
    'كنقراو حتى ل <n>{limit}</n> ديال لفيشيات ودوسيات. دوسي ديال image فيه قل بزاف: يقدر يكون لداخل.',
  'error.too-many-files.todo': 'ختار الدوسي لي فيه <c>index.json</c> ولا <c>manifest.json</c> ولا <c>repositories</c>.',
  'error.not-a-document.title': 'JSON، ولكن ماشي document ديال image',
  'error.not-a-document.meaning':
    'manifest، ليستة ولا <n>index</n>، config ديال image، و manifest ديال schema 1 كيتحلو بوحدهم. هادا ماشي واحد منهم.',
  'error.not-a-document.todo':
    'طلب document نيت: <c>skopeo inspect --raw</c> ولا <c>crane manifest</c> ولا <c>crane config</c> ولا <c>docker manifest inspect</c>.',
  'error.cut-short.title': 'لفيشي كيسالي قبل ما يقول شنو هي image',
  'error.cut-short.meaning': 'كيبدا بحال tar صحيح، ولكن مقطوع، و documents لي كيوصفو image جايين من بعد ولا ناقصين.',
  'error.cut-short.todo': 'كوپيه ولا تيليشارجيه مرة خرى، وقارن الحجم ديالو مع اللول.',
  'error.tar-damaged.title': 'tar مهرّس قبل ما يقول شنو هي image',
  'error.tar-damaged.meaning':
    'كيبدا بحال tar، ولكن شي header ما كيتقراش (ف البايت <n>{offset}</n>)، وحتى حاجة من لي تقرا ما كتقول شنو هي image.',
  'error.tar-damaged.todo':
    'كوپيه ولا تيليشارجيه مرة خرى. لي كوپيا بحال الكتابة ولا من terminal كتبدّل البايتات: كوپيه بحال binary.',
  'error.document-unreadable.title': 'document لي كيقول شنو هي image ما كيتقراش',
  'error.document-unreadable.meaning': 'ف {here} كاين <c>{path}</c>، ولكن ما كيتفهم منو والو.',
  'error.document-unreadable.todo':
    'سجّل image مرة خرى، ولا شوف داك document بحال الكتابة (إلا كان tar: <c>tar -xOf</c> مع سمية لفيشي وسمية document).',
  'error.root-filesystem.title': 'هادا filesystem، ماشي image',
  'error.root-filesystem.meaning':
    'فيه دوسيات بحال <c>bin/</c> و <c>etc/</c> و <c>usr/</c> ولكن بلا manifest: كيبان بحال <c>docker export</c>، لي كيكتب لفيشيات ديال container واحد وكيخلي layers و config والسميات.',
  'error.root-filesystem.todo': 'خدم <c>docker save</c> بسمية image، ماشي <c>docker export</c> بسمية container.',
  'error.single-layer.title': 'هادا غير layer واحد، ماشي image كاملة',
  'error.single-layer.meaning':
    'فيه لفيشيات، ويقدرو يكونو فيه علامات المسح (<c>.wh.…</c>)، ولكن والو ما كيقول لينا ديال أينا image: بلا manifest وبلا config.',
  'error.single-layer.todo': 'سجّل image كاملة بكوموند من هادو لتحت.',
  'error.file-changed.title': 'لفيشي تبدّل وحنا كنقراوه',
  'error.file-changed.meaning': 'لبراوزر ما بقاش كيعطينا البايتات ديالو: تكتب مرة خرى، ولا تنقل، ولا الديسك تحيّد.',
  'error.file-changed.todo': 'تسنا حتى يسالي لي كيكتب فيه، ومن بعد حلّو مرة خرى.',
  'error.out-of-bounds.title': 'شي حاجة كتشير لمورا لخر ديال لفيشي',
  'error.out-of-bounds.meaning': 'شي طرف من هاد لفيشي مكتوب بلي كاين ف بلاصة ما فيها بايتات. لفيشي مقطوع ولا مهرّس.',
  'error.out-of-bounds.todo': 'كوپيه ولا تيليشارجيه مرة خرى.',
  'error.snapshot-unreadable.title': 'snapshot لي ف هاد ليان ما كيتقراش',
  'error.snapshot-unreadable.meaning':
    'snapshot هو البنية لي هازّ ليان ولا صفحة ولا تصويرة. هادا مقطوع، ولا تبدّل ف الطريق (<c>{what}</c>): شي برامج ديال الميساجات كيهرّسو ليانات الطوال.',
  'error.snapshot-unreadable.todo': 'طلب ليان مرة خرى، ولا طلب فيشي HTML ف بلاصتو.',
  'error.not-recorded.title': 'هاد البايتات ماكاينينش ف snapshot',
  'error.not-recorded.meaning': 'snapshot فيه documents والسميات والقدود. البايتات ديال layers بقاو فين تصاوب.',
  'error.not-recorded.todo': 'حلّ tar نيت باش تشوفهم.',
  'error.url-unreachable.title': 'ما قدرناش نقراو هاد ليان',
  'error.url-unreachable.meaning':
    '<c>{host}</c> ما جاوبش. يا إما ما كيتوصلش ليه، يا إما ما كيخليش الصفحات يقراو منو (CORS). لبراوزر ما كيقولش للصفحة شكون فيهم.',
  'error.url-unreachable.todo': 'تيليشارجي لفيشي وجرّو لهنا.',
  'error.url-refused.title': 'host ما عطاناش هاد لفيشي',
  'error.url-refused.meaning': '<c>{host}</c> جاوب ب status <n>{status}</n>. يمكن لفيشي تنقل، ولا ماشي لكولشي.',
  'error.url-refused.todo': 'شوف ليان ف tab آخر. إلا قدرتي تيليشارجي لفيشي تما، جرّو لهنا.',
  'error.registry-differs.title': 'registry عطا bytes خرين على لي كيسمّي digest',
  'error.registry-differs.meaning':
    'طلبنا <c>{digest}</c>، و <c>{host}</c> صيفط manifest لي digest ديالو هو <c>{actual}</c>. تبدّل، تما ولا ف الطريق.',
  'error.registry-differs.todo': 'ما تيقش فيه. سوّل مول registry، ولا جيب image من بلاصة خرى.',
  'error.registry-token.title': 'حتى واحد ما عطا token ديال هاد registry',
  'error.registry-token.meaning':
    '<c>{host}</c> باغي token لي كيعطيه <c>{origin}</c>، وداك host ما عطا والو. يا إما ما كيتوصلش ليه، يا إما ما كيخليش الصفحات تسولو (CORS).',
  'error.registry-token.todo': 'كوپيي image ل tar ب شي outil، و جرّو لهنا.',
  'error.cannot-export.title': 'ما يمكنش تتسجّل هاكا',
  'error.cannot-export.meaning':
    'من هاد image ما كيتصاوبش tar بهاد الشكل، ولا شي سمية ف documents ديالها كتخرج من الدوسي لي كيتحلّ فيه tar.',
  'error.cannot-export.todo': 'ختار شكل آخر باش تسجّلها.',
  'error.layer-differs.title': 'كاين layer مهرّس، داكشي علاش ما تسجّل والو',
  'error.layer-differs.meaning':
    'لي خرج من <c>{path}</c> ملي تحلّ الضغط ماشي هو لي عطانا لفيشي من قبل، ولا ماشي ف نفس الطول. tar لي فيه غادي يكون غالط.',
  'error.layer-differs.todo': 'كوپيي لفيشي ولا تيليشارجيه مرة خرى، وعاود حلّو.',
  'error.cannot-write.title': 'لبراوزر ما قدرش يكتب لفيشي',
  'error.cannot-write.meaning':
    'يمكن الديسك عامر، ولا الدوسي ما كيتكتبش فيه، ولا لبراوزر ما عندوش فين يخبّي لفيشي قبل ما تسجّلو (ف النوافذ الخاصة البلاصة قليلة). شنو قال: <c>{why}</c>.',
  'error.cannot-write.todo': 'خوي شي بلاصة ولا ختار دوسي آخر، وعاود جرّب. النافذة العادية فيها بلاصة كتر من الخاصة.',
  'error.cancelled.title': 'حبسنا',
  'error.cancelled.meaning': 'القراية تحبسات قبل ما تكون شي حاجة تبان.',
  'error.cancelled.todo': 'حلّ لفيشي مرة خرى وقت ما بغيتي.',
  'error.internal.title': 'شي حاجة تهرّسات ف هاد الصفحة',
  'error.internal.meaning': 'هادا غلط ديال الصفحة، ماشي ديال لفيشي ديالك. لفيشي ديالك ما تقاسش.',
  'error.internal.todo': 'كوپيي التفاصيل (ما فيهم والو من لفيشي) وصيفطهم مع شي bug report، وعاود جرّب.',
};
