import type { enEmbed } from './en.embed';

/** Words for this page inside another page, in Moroccan Darija. */
export const aryEmbed: Readonly<Record<keyof typeof enEmbed, string>> = {
  'embed.consentTitle': 'صفحة خرى باغا تحلّ شي فيشي هنا',
  'embed.consent': '{origin} صيفطات هاد لفيشي باش يبان هنا:',
  'embed.consentMeans':
    'لفيشي كيتقرا ف هاد الجهاز و ما كيمشي لحتى بلاصة. ديك الصفحة كتقدر تشوف شنو الطرف لي ختاريتي، و تقدر تصيفط فيشيات خرين حتى تسدّ هاد الصفحة.',
  'embed.no': 'لا',
  'embed.once': 'حلّو',
  'embed.always': 'ديما حلّ لي جا من تما',
  'embed.waiting': 'باقي ما تحلّ والو',
  'embed.waitingFor': 'الصفحة لي دايرة بهادي هي لي كتختار شنو كيبان هنا.',
  'embed.openPage': 'حلّ ف طبقة',
  'embed.about': 'على طبقة',
  'embed.label': 'طبقة: شنو كاين وسط image ديال container',
  'embed.localOnly':
    'الصفحة لي حلات هاد لفيشي كتطلب باش والو منو ما يخرج من هنا: ما كيتسجّل والو، وما كاين لا لوائح لا reports لا تصاور لا snapshots.',
  'embed.kept': 'كيبقى هنا',
};
