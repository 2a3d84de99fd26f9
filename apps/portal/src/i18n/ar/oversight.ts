import type { oversight as german } from '../de/oversight.js';
import type { SaidAs } from '../messages.js';

/** What towns let a county read. */
export const oversight: SaidAs<typeof german> = {
  'nav.oversight': 'الاطلاع',
  'oversight.title': 'الاطلاع على البلديات',
  'oversight.lead': 'ما تسمح البلديات لمنطقتكم بقراءته: لأي غرض وبأي قدر وحتى متى.',
  'oversight.empty': 'لا تسمح أي بلدية بالاطلاع بعد',
  'oversight.empty.text':
    'اطلبوا ذلك من إدارة إحدى البلديات. تمنح الاطلاع في صفحة «الإدارة» وتحدد هناك الغرض والقدر والنهاية.',
  'oversight.open': 'عرض {name}',
  'oversight.town': 'الاطلاع: {name}',
  'oversight.town.lead': 'أرقام بلا أسماء، بقدر ما تفتحه البلدية لمنطقتكم. الأرقام الصغيرة مخفية ما لم تُفتح صراحةً.',
  'oversight.granted': 'ما فتحته البلدية',
  'oversight.courses': 'الدورات بمواعيدها وأماكنها',
  'oversight.ended': 'لا يوجد هنا ما يمكنكم الاطلاع عليه',
  'oversight.ended.text': 'لم تفتح البلدية شيئًا لمنطقتكم، أو انتهى الاطلاع. اسألوا إدارتها إن كنتم بحاجة إلى الأرقام.',
};
