import type { household as german } from '../de/household.js';
import type { SaidAs } from '../messages.js';

export const household: SaidAs<typeof german> = {
  'nav.my-requests': 'طلباتي',
  'household.lead': 'هنا ترى إلى أين وصلت طلباتك.',
  'household.requests': 'ما طلبته',
  'household.empty': 'لا يوجد طلب بعد',
  'household.empty.text': 'قل لنا بماذا تحتاج إلى مساعدة. نبحث لك عن شخص يرافقك.',
  'household.ask': 'طلب شيء آخر',
  'household.asked-on': 'طُلب في {day}',
  'household.waiting': {
    zero: 'أرسلته اليوم.',
    one: 'تنتظر منذ يوم واحد.',
    two: 'تنتظر منذ يومين.',
    few: 'تنتظر منذ {count} أيام.',
    many: 'تنتظر منذ {count} يومًا.',
    other: 'تنتظر منذ {count} يوم.',
  },
  'household.since-today': 'طلبته اليوم.',
  'household.status.open': 'نبحث عن شخص لك',
  'household.status.confirmed': 'هناك من يرافقك',
  'household.status.ended': 'انتهت المرافقة',
  'household.status.withdrawn': 'مسحوب',
  'household.status.open.text': 'سنتواصل معك حالما يوافق أحدهم. ليس عليك فعل شيء.',
  'household.withdraw': 'سحب الطلب',
  'household.withdraw.title': 'هل تسحب هذا الطلب؟',
  'household.withdraw.text': 'عندها لا نبحث لك عن أحد بعد الآن. يمكنك أن تطلب مجددًا لاحقًا.',
  'household.data': 'أسرتك',
  'household.data.contact': 'اسمك وكيف نتواصل معك',
  'error.request-confirmed': 'هناك من يرافقك بالفعل',
  'error.request-confirmed.text': 'إن أردت إنهاء المرافقة فأخبر المكتب.',
};
