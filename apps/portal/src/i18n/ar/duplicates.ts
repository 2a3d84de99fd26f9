import type { duplicates as german } from '../de/duplicates.js';
import type { SaidAs } from '../messages.js';

export const duplicates: SaidAs<typeof german> = {
  'duplicates.title': 'سجلات مكررة',
  'duplicates.lead': 'قد تكون هذه السجلات للشخص نفسه. كثيرًا ما يتشارك الأزواج والعائلات عنوانًا واحدًا.',
  'nav.duplicates': 'المكررات',
  'duplicates.empty': 'لا سجلات مكررة',
  'duplicates.empty.text': 'بمجرد أن يتشارك سجلان عنوانًا أو رقمًا أو اسمًا يظهران هنا.',
  'duplicates.shared': 'متطابق: {what}',
  'duplicates.shared.email': 'البريد الإلكتروني',
  'duplicates.shared.phone': 'رقم الهاتف',
  'duplicates.shared.name': 'الاسم وسنة الميلاد',
  'duplicates.since': 'منذ',
  'duplicates.keep': 'الاحتفاظ بهذا السجل',
  'duplicates.keep.ask': 'الاحتفاظ بسجل {name} فقط؟',
  'duplicates.keep.text':
    'تختفي السجلات الأخرى لهذه المجموعة من القوائم والاقتراحات. لا يتغير أي رقم، ويمكنك التراجع أدناه.',
  'duplicates.merged': 'مدموج',
  'duplicates.merged.none': 'لم يُدمج شيء بعد.',
  'duplicates.merged.into': '{name} يتبع',
  'duplicates.undo': 'الفصل من جديد',
  'duplicates.undo.ask': 'فصل {name} من جديد؟',
  'duplicates.undo.text': 'يعود السجلان بعدها إلى القوائم كما كانا.',
};
