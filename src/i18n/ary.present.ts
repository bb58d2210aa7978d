import type { enPresent } from './en.present';

/** Words of the page on a wall, and of the window that only the speaker sees, in Moroccan Darija. */
export const aryPresent: Readonly<Record<keyof typeof enPresent, string>> = {
  'keys.present': 'العرض على الحيط: بدا، سالي',
  'present.label': 'على الحيط',
  'present.begin': 'عرض',
  'present.window': 'الشرجم ديال لي كيهضر',
  'present.leave': 'سالي العرض',
  'present.keys':
    '<b>Page down</b> و <b>Page up</b> الخطوة لي من بعد ولي قبل · <b>B</b> شاشة كحلة · <b>S</b> الشرجم ديال لي كيهضر · <b>+ − 0</b> الكبر · <b>P</b> ولا <b>Esc</b> كيساليو',
  'present.blank': 'الشاشة كحلة. أي طوش كيرجع الصفحة.',
  'present.blocked': 'لبراوزر ما خلاش الشرجم يتحل. سمح ليه ف هاد الصفحة، ولا طبع وراق الأستاذ.',
  'present.title': 'Tabaqa: لي كيهضر',
  'present.time': 'الوقت لي داز',
  'present.restart': 'من الصفر',
  'present.black': 'شاشة كحلة',
  'present.show': 'وري الصفحة',
  'present.larger': 'كبر',
  'present.smaller': 'صغر',
  'present.now': 'دابا',
  'present.then': 'من بعد',
  'present.end': 'سالا الدرس',
  'present.answer': 'الجواب',
  'present.answerHere': '<n>{answer}</n>، ل داكشي لي محلول دابا',
  'present.answerUnknown': 'على حساب شنو محلول',
  'present.noLesson': 'حتى درس ما محلول. بداه، وهاد الشرجم كيكونو فيه الملاحظات ديالو.',
  'present.startLesson': 'بدا الدرس',
  'present.notes': 'ملاحظات',
};
