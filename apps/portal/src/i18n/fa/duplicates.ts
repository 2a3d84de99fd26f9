import type { duplicates as german } from '../de/duplicates.js';
import type { SaidAs } from '../messages.js';

export const duplicates: SaidAs<typeof german> = {
  'duplicates.title': 'ثبت‌های تکراری',
  'duplicates.lead': 'شاید این ثبت‌ها یک نفر باشند. زوج‌ها و خانواده‌ها اغلب نشانی مشترک دارند.',
  'nav.duplicates': 'تکراری‌ها',
  'duplicates.empty': 'ثبت تکراری نیست',
  'duplicates.empty.text': 'همین‌که دو ثبت نشانی، شماره یا نام مشترک داشته باشند اینجا می‌آیند.',
  'duplicates.shared': 'یکسان: {what}',
  'duplicates.shared.email': 'نشانی ایمیل',
  'duplicates.shared.phone': 'شمارهٔ تلفن',
  'duplicates.shared.name': 'نام و سال تولد',
  'duplicates.since': 'از',
  'duplicates.keep': 'نگه داشتن این ثبت',
  'duplicates.keep.ask': 'فقط ثبت {name} بماند؟',
  'duplicates.keep.text':
    'ثبت‌های دیگر این گروه از فهرست‌ها و پیشنهادها می‌روند. هیچ عددی تغییر نمی‌کند و پایین می‌توانید برگردانید.',
  'duplicates.merged': 'یکی‌شده',
  'duplicates.merged.none': 'هنوز چیزی یکی نشده است.',
  'duplicates.merged.into': '{name} متعلق است به',
  'duplicates.undo': 'دوباره جدا کردن',
  'duplicates.undo.ask': '{name} دوباره جدا شود؟',
  'duplicates.undo.text': 'سپس هر دو ثبت همان‌گونه که بودند به فهرست‌ها برمی‌گردند.',
};
