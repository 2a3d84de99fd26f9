import type { accessibility as german } from '../de/accessibility.js';
import type { SaidAs } from '../messages.js';

export const accessibility: SaidAs<typeof german> = {
  'app.accessibility': 'سهولة الاستخدام للجميع',
  'accessibility.title': 'بيان إمكانية الوصول',
  'accessibility.lead': 'نريد أن يستطيع الجميع استخدام هذا الموقع. نقيس ذلك باللائحة الألمانية BITV 2.0. نوفمبر 2026.',
  'accessibility.state': 'إلى أين وصلنا',
  'accessibility.state.text': 'يستوفي الموقع المتطلبات جزئيًا. هذا تقييمنا نحن.',
  'accessibility.tested': 'ماذا اختبرنا',
  'accessibility.tested.text':
    'تُفحص كل صفحة آليًا مع كل تغيير، بالعربية أيضًا. ويُنجَز عمل كامل بلوحة المفاتيح وحدها. لم نختبر بعد مع برامج قراءة الشاشة.',
  'accessibility.missing': 'ماذا ينقص بعد',
  'accessibility.missing.text':
    'لا توجد بعد نسخ باللغة السهلة أو بلغة الإشارة. ملفات PDF غير مفحوصة وفق PDF/UA، لكن محتواها موجود أيضًا على الصفحات.',
  'accessibility.contact': 'الإبلاغ عن عائق',
  'accessibility.contact.text': 'هل هناك شيء لا يعمل، أو تحتاج محتوى بشكل آخر؟ اكتب إلينا. نجيب خلال شهر.',
  'accessibility.enforcement': 'إذا لم يساعدك جوابنا',
  'accessibility.enforcement.text':
    'لدى الجهات الاتحادية تساعد هيئة التحكيم وفق المادة 16 من قانون BGG مجانًا (www.schlichtungsstelle-bgg.de). أما المدن والدوائر وجهات الولايات فيسري عليها إجراء الولاية، وفي نوردراين فستفالن مكتب أمين المظالم لتقنية المعلومات الخالية من العوائق.',
};
