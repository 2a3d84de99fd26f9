import type { rights as german } from '../de/rights.js';
import type { SaidAs } from '../messages.js';

export const rights: SaidAs<typeof german> = {
  'forget.title': 'محو بياناتي',
  'forget.text':
    'يمكنك أن تطلب محو كل ما هو محفوظ عنك. يجيبك المكتب خلال شهر على الأكثر. بعد المحو لا يمكن استعادة شيء، وينتهي حسابك.',
  'forget.ask': 'طلب المحو',
  'forget.ask.title': 'هل تريد حقًا محو كل شيء؟',
  'forget.ask.text':
    'تنتهي معه أيضًا المرافقة الجارية، وتسقط الطلبات المفتوحة ومقاعد الدورات. يمكنك التراجع هنا حتى ينفّذه المكتب.',
  'forget.requested': 'طلبت المحو في {day}',
  'forget.requested.text': 'يجيبك المكتب خلال شهر على الأكثر.',
  'forget.by-others': 'طُلب محو بياناتك في {day}',
  'forget.by-others.text': 'إن كنت لا تريد ذلك فأخبر المكتب فورًا من فضلك.',
  'forget.proposed': 'من المقرر محو بياناتك في {day}',
  'forget.proposed.text': 'انتهت المدة التي نحفظها فيها. إن كنت لا تزال معنا فأخبر المكتب.',
  'forget.ordered': 'يجري محو بياناتك',
  'forget.held': 'علينا الانتظار حتى {day}: {why}.',
  'forget.hold.running-placement': 'لا تزال هناك مرافقة جارية',
  'forget.hold.open-accident-claim': 'هناك حادث لم يُسوَّ بعد',
  'forget.hold.funding-audit': 'يجري التدقيق في استخدام أموال الدعم',
  'forget.hold.legal-claim': 'هناك نزاع قانوني قائم',
  'forget.hold.statutory-retention': 'يفرض القانون مدة للحفظ',
  'forget.withdraw': 'التراجع عن المحو',
  'forget.withdrawn': 'تبقى بياناتك محفوظة',
  'meanwhile.title': 'غيّر شخص آخر هذا في هذه الأثناء',
  'meanwhile.row': '{field}: {value}',
  'meanwhile.empty': 'لا شيء',
  'meanwhile.text': 'ما كتبته ما زال موجودًا. إن حفظت فسيُعتمد ما كتبته.',
  'meanwhile.take': 'اعتماد المحفوظ الآن',
  'error.erasure-ordered': 'المحو جارٍ بالفعل',
  'error.erasure-ordered.text': 'لم يعد بالإمكان إيقافه.',
  'look.role.volunteer': 'من يرافقك',
  'look.role.newcomer': 'من ترافقه',
};
