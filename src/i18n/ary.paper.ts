import type { enPaper } from './en.paper';

/** Words of the sheets that are printed for a workshop, in Moroccan Darija. */
export const aryPaper: Readonly<Record<keyof typeof enPaper, string>> = {
  'paper.handout': 'الورقة ديال المتعلم',
  'paper.teacher': 'وراق الأستاذ',
  'paper.print': 'طبع',
  'paper.back': 'رجع للصفحة',
  'paper.size': 'ل ورقة A4، واقفة، من جوج جهات.',
  'paper.name': 'السمية',
  'paper.seat': 'البلاصة',
  'paper.page': 'الصفحة <n>{page}</n> من <n>{pages}</n>',
  'paper.ladder.title': 'image وحدة، تلاتة د الفورمات',
  'paper.ladder.how':
    'حلّ نفس image ف التلاتة، وكتب ف كل خانة شنو لقيتي: سمية لفيشي، و 12 رقم اللولين ديال digest ولا ID ديالو.',
  'paper.ladder.mark':
    'من بعد دير {check} حدا كل سمية لي هي sha256 ديال البايتات ديالها، و {random} حدا كل وحدة عشوائية.',
  'paper.ladder.arrows': 'رسم سهم من كل سمية ل الحاجة لي كتسمي.',
  'paper.ladder.flip': 'بايت واحد ف layer 2 تبدّل. دير سطر تحت كل سمية لي خاصها تتبدّل، ف كل عمود.',
  'paper.glossary.title': 'الكلمات',
  'paper.glossary.layer': 'شنو بدلات خطوة وحدة ف لفيشيات، على شكل <n>tar</n>. image هي هادو كاملين، واحد فوق لاخر.',
  'paper.glossary.blob': 'فيشي سميتو هي digest ديال البايتات ديالو.',
  'paper.glossary.digest': 'sha256 ديال شي بايتات، كيتكتب <c>sha256:</c> و 64 رقم. بايتات خرين عندهم واحد آخر.',
  'paper.glossary.diffId':
    'digest ديال layer <b>بلا ضغط</b>. digest ديال blob هو ديال داكشي لي مخزون، لي يقدر يكون مضغوط.',
  'paper.glossary.chainId': 'سمية ديال layer <b>مع كاع لي تحت منو</b>: محسوبة من DiffIDs ديالهم.',
  'paper.glossary.config': 'كيفاش image كتخدم (<n>command</n>، <n>variables</n>، user)، التاريخ ديالها، و DiffIDs.',
  'paper.glossary.imageId': 'digest ديال config.',
  'paper.glossary.manifest':
    'ليستة ديال طراف <n>image</n>: config واحد و layers ديالو، كل واحد ب media type، الحجم و digest.',
  'paper.glossary.index': 'ليستة ديال manifests، واحد ل كل <n>platform</n>. Docker كيسميها manifest list.',
  'paper.glossary.mediaType': 'كيڭول شنو هما البايتات، كيفما كانت سمية لفيشي.',
  'paper.glossary.tag': 'سمية عطاوها الناس. تقدر تتحول ل image خرى؛ digest ما يقدرش.',
  'paper.glossary.whiteout':
    'فيشي خاوي <c>.wh.name</c> ف layer: «<c>name</c> تمسح». البايتات ديالو باقيين ف layer لي تحت.',
  'paper.commands.title': 'ستة د الأوامر',
  'paper.commands.save': 'سجّل image ف tar',
  'paper.commands.list': 'شنو كاين ف tar، بالترتيب ديالو',
  'paper.commands.archive': 'ليستة ديال images لي فيه. هادي <b>ماشي</b> manifest ديال v2',
  'paper.commands.sum': 'واش layer عندو digest لي مسميه؟',
  'paper.commands.raw': 'manifest، كيفما skopeo كيصاوبو من هاد tar',
  'paper.commands.oci': 'نفس image ف OCI layout',
  'paper.cascade.title': 'شنو كيبدل بايت واحد',
  'paper.cascade.byte': 'بايت واحد ف layer',
  'paper.cascade.layer': 'digest و DiffID ديال layer',
  'paper.cascade.config': 'config لي فيه DiffID',
  'paper.cascade.imageId': 'digest ديالو: Image ID',
  'paper.cascade.manifest': 'manifest لي فيه بجوج، و digest ديالو',
  'paper.cascade.index': 'index لي فيه manifest',
  'paper.cascade.pinned': 'digest لي كتبتي عندك: ما بقاش كيطابق',
  'paper.cascade.v1': '<n>v1</n>: ID ديال layer رقم عشوائي. والو ما كيتبدّل، حتى واحد ما كيفيق.',
  'paper.notes': 'شنو لقيت',
  'paper.where': 'فين كاينة الصفحة:',
  'paper.teacher.times': 'تسعين دقيقة ولا كتر شوية: <n>{minutes}</n> ل الفصول',
  'paper.teacher.minutes': '<n>{minutes} min</n>',
  'paper.teacher.counted': 'محسوب ف لفيشي لي محلول',
  'paper.teacher.exercises': 'التمارين',
  'paper.teacher.seats':
    'السميات والأرقام لي هنا {seat, plural, =0 {بلا رقم ديال البلاصة} other {ديال البلاصة <n>#</n>}}. ل شي بلاصة خرى، التمرين كيوريهم ف «وري الحل».',
  'paper.teacher.hard': '<n>{minutes} min</n>، ل الزربانين',
  'paper.teacher.problems': 'شنو كيوقع',
  'paper.teacher.problem.network':
    '<b>بلا أنترنيت.</b> هنا والو ما كيحتاجها: فرق لفيشي HTML الواحد ف USB. كيتحل من الديسك.',
  'paper.teacher.problem.docker': '<b>ما عندهمش Docker.</b> الأمثلة كاينين وسط الصفحة.',
  'paper.teacher.problem.phones': '<b>غير تيليفونات.</b> الصفحة كتوري عمود واحد ف المرة؛ الدرس كاين لتحت ف الشاشة.',
  'paper.teacher.problem.locked': '<b>بيسيات مسدودين.</b> لفيشي HTML ما خاصو حتى تثبيت.',
  'paper.teacher.problem.keyboard':
    '<b>كلافيي عربي ولا فرنساوي.</b> الأرقام والحروف كيتقراو بالبلاصة ديالهم ملي كيكونو خرين.',
  'paper.teacher.problem.projector':
    '<b>بروجيكتور باهت.</b> كل لون حداه شكل وكلمة. <b>P</b> كيكبر كلشي؛ هاد الوراق كيعوضو الشرجم ديال لي كيهضر.',
};
