import type { enOffline } from './en.offline';

/** Words for the page without a network, in Moroccan Darija. */
export const aryOffline: Readonly<Record<keyof typeof enOffline, string>> = {
  'offline.ready': 'واجدة تخدم بلا كونيكسيون: هاد الصفحة دابا كتحلّ بلا ريزو.',
  'offline.newer': 'كاين إصدار جديد',
  'offline.newerMeans': 'غادي يخدم ملي تحلّ الصفحة المرة الجاية. حتى حاجة ما كتبدل قبل.',
};
