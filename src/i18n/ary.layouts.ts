import type { enLayouts } from './en.layouts';

/** Words of the layouts board (the folder trees side by side), in Moroccan Darija. */
export const aryLayouts: Readonly<Record<keyof typeof enLayouts, string>> = {
  'board.layouts': 'layouts',
  'layouts.label': 'لفيشيات ديال image ف تلاتة د layouts',
  'layouts.title': '<q>{name}</q>: نفس image ف تلاتة د layouts',
  'layouts.part': 'الطرف',
  'layouts.order': 'الترتيب',
  'layouts.order.role': 'ب الطرف',
  'layouts.order.tar': 'كيفما مسجل',
  'layouts.choose': 'ختار شي لفيشي باش تشوف شكون كيسميه، ونفس الطرف ف كل layout',
  'layouts.hint':
    'حط الماوس على شي لفيشي ولا تحرك بالسهام: السهام لي مرسومين كيوريو شنو كيسمي. <b>Space</b> كيشدو، <b>Enter</b> كيحلو، <b>C</b> كيكوپيي digest ولا path ديالو.',
  'layouts.kept': 'مشدود. Enter كيحلو، Escape كيطلقو.',
  'layouts.foot': 'لفيشي لي مختار',

  'layouts.only.none': 'ماكاين ف حتى واحد من التلاتة',
  'layouts.only.one': 'كاين غير ف {a}',
  'layouts.only.two': 'كاين غير ف {a} و {b}',
  'layouts.because': '{only}: {why}',
  'layouts.listsItself': '<c>manifest.json</c> كيجمع الطراف براسو',
  'layouts.within': '<c>{name}</c>، ف الدوسي ديال layer {n}',

  'layouts.file': '<c>{path}</c>، {state}، {named}',
  'layouts.namedBy': 'كيسميه {names}',
  'layouts.namedByNothing': 'حتى حاجة هنا ما كتسميه',
  'layouts.way': '<c>{from}</c> {by}',
  'layouts.wayAt': '<c>{from}</c> {by}، ف <c>{pointer}</c>',
  'layouts.by.path': 'ب path',
  'layouts.by.digest': 'ب digest',
  'layouts.by.diff-id': 'ب DiffID',
  'layouts.by.v1-id': 'ب v1 ID',
  'layouts.by.link': 'ب link',
  'layouts.by.folder': 'حيت معاه ف نفس الدوسي',
  'layouts.names': 'كيسمي <n>{count, plural, one {# file} other {# files}}</n>',
  'layouts.linkTo': 'link: البايتات هما ديال <c>{path}</c>',
  'layouts.storedAs': 'مسجل ب السمية <c>{path}</c>',
  'layouts.bytesOf': 'نفس البايتات ديال <c>{path}</c>',
  'layouts.unpacked': 'البايتات ديال layer محلولين: v1 ما فيه غير tar بلا ضغط',
  'layouts.tooLarge': 'كبير بزاف باش نقلبو فيه على شنو كيسمي',
  'layouts.showStored': 'فين مسجل',

  'layouts.members': 'members ديال {here} كيفما مسجلين',
  'layouts.in': 'layouts',
  'layouts.namedByHead': 'شكون كيسميه',
  'layouts.memberKeys': 'بالسهام كتمشي بين السطورا. Enter كيشد الطرف، C كيكوپيي السمية.',
};
