import type { accessibility as german } from '../de/accessibility.js';
import type { SaidAs } from '../messages.js';

export const accessibility: SaidAs<typeof german> = {
  'app.accessibility': 'دسترس‌پذیری',
  'accessibility.title': 'بیانیهٔ دسترس‌پذیری',
  'accessibility.lead':
    'همه باید بتوانند از این درگاه استفاده کنند. معیار ما آیین‌نامهٔ آلمانی BITV 2.0 است. نوامبر ۲۰۲۶.',
  'accessibility.state': 'تا کجا رسیده‌ایم',
  'accessibility.state.text': 'درگاه بخشی از الزامات را برآورده می‌کند. این ارزیابی خود ماست.',
  'accessibility.tested': 'چه چیزی را آزموده‌ایم',
  'accessibility.tested.text':
    'هر صفحه با هر تغییر به‌طور خودکار آزموده می‌شود، به عربی هم. یک کار کامل تنها با صفحه‌کلید انجام می‌شود. با برنامه‌های صفحه‌خوان هنوز نیازموده‌ایم.',
  'accessibility.missing': 'چه چیزی هنوز نیست',
  'accessibility.missing.text':
    'هنوز نسخه‌ای به زبان ساده یا زبان اشاره نیست. سندهای PDF با معیار PDF/UA آزموده نشده‌اند؛ محتوایشان در صفحه‌ها هم هست.',
  'accessibility.contact': 'گزارش مانع',
  'accessibility.contact.text':
    'چیزی کار نمی‌کند یا محتوایی را به شکل دیگری می‌خواهید؟ به ما بنویسید. ظرف یک ماه پاسخ می‌دهیم.',
  'accessibility.enforcement': 'اگر پاسخ ما کمک نکرد',
  'accessibility.enforcement.text':
    'برای نهادهای فدرال، مرکز میانجی‌گری طبق مادهٔ ۱۶ قانون BGG رایگان کمک می‌کند (www.schlichtungsstelle-bgg.de). برای شهرها، شهرستان‌ها و نهادهای ایالتی روند همان ایالت برقرار است؛ در نوردراین-وستفالن دفتر میانجی فناوری اطلاعات بدون مانع.',
};
