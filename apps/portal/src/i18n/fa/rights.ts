import type { rights as german } from '../de/rights.js';
import type { SaidAs } from '../messages.js';

export const rights: SaidAs<typeof german> = {
  'forget.title': 'حذف داده‌های من',
  'forget.text':
    'می‌توانید بخواهید هرآنچه دربارهٔ شما ذخیره شده حذف شود. دفتر حداکثر تا یک ماه به شما پاسخ می‌دهد. پس از حذف چیزی برنمی‌گردد و حساب شما پایان می‌یابد.',
  'forget.ask': 'درخواست حذف',
  'forget.ask.title': 'واقعاً همه چیز حذف شود؟',
  'forget.ask.text':
    'با این کار همراهی در جریان نیز پایان می‌یابد و درخواست‌های باز و جاهای دوره از بین می‌رود. تا زمانی که دفتر آن را انجام نداده، می‌توانید اینجا منصرف شوید.',
  'forget.requested': 'در {day} درخواست حذف دادید',
  'forget.requested.text': 'دفتر حداکثر تا یک ماه به شما پاسخ می‌دهد.',
  'forget.by-others': 'حذف داده‌های شما در {day} درخواست شده است',
  'forget.by-others.text': 'اگر این را نمی‌خواهید، لطفاً فوراً به دفتر بگویید.',
  'forget.proposed': 'قرار است داده‌های شما در {day} حذف شود',
  'forget.proposed.text': 'زمان نگهداری آن‌ها به پایان رسیده است. اگر هنوز همراه ما هستید، به دفتر بگویید.',
  'forget.ordered': 'داده‌های شما در حال حذف است',
  'forget.held': 'باید تا {day} صبر کنیم: {why}.',
  'forget.hold.running-placement': 'یک همراهی هنوز در جریان است',
  'forget.hold.open-accident-claim': 'پروندهٔ یک حادثه هنوز بسته نشده است',
  'forget.hold.funding-audit': 'مصرف بودجهٔ حمایتی در حال بررسی است',
  'forget.hold.legal-claim': 'یک دعوای حقوقی باز است',
  'forget.hold.statutory-retention': 'قانون مدتی را تعیین کرده است',
  'forget.withdraw': 'منصرف شدن از حذف',
  'forget.withdrawn': 'داده‌های شما می‌ماند',
  'meanwhile.title': 'در این میان کس دیگری این را تغییر داده است',
  'meanwhile.row': '{field}: {value}',
  'meanwhile.empty': 'هیچ',
  'meanwhile.text': 'آنچه نوشته‌اید هنوز هست. اگر ذخیره کنید، نوشتهٔ شما معتبر است.',
  'meanwhile.take': 'پذیرفتن آنچه ذخیره شده',
  'error.erasure-ordered': 'حذف آغاز شده است',
  'error.erasure-ordered.text': 'دیگر نمی‌توان آن را متوقف کرد.',
  'look.role.volunteer': 'کسی که شما را همراهی می‌کند',
  'look.role.newcomer': 'کسی که همراهی‌اش می‌کنید',
};
