import type { household as german } from '../de/household.js';
import type { SaidAs } from '../messages.js';

export const household: SaidAs<typeof german> = {
  'nav.my-requests': 'درخواست‌های من',
  'household.lead': 'اینجا می‌بینید که درخواست‌های شما به کجا رسیده است.',
  'household.requests': 'آنچه درخواست کرده‌اید',
  'household.empty': 'هنوز درخواستی نیست',
  'household.empty.text': 'به ما بگویید در چه کاری کمک لازم دارید. ما کسی را برای شما پیدا می‌کنیم.',
  'household.ask': 'درخواست چیزی دیگر',
  'household.asked-on': 'درخواست در {day}',
  'household.waiting': { one: 'یک روز است که منتظرید.', other: '{count} روز است که منتظرید.' },
  'household.since-today': 'امروز درخواست کردید.',
  'household.status.open': 'در حال یافتن کسی برای شما هستیم',
  'household.status.confirmed': 'کسی شما را همراهی می‌کند',
  'household.status.ended': 'همراهی پایان یافته است',
  'household.status.withdrawn': 'پس‌گرفته‌شده',
  'household.status.open.text': 'همین که کسی بپذیرد، با شما تماس می‌گیریم. نیازی نیست کاری بکنید.',
  'household.withdraw': 'پس گرفتن درخواست',
  'household.withdraw.title': 'این درخواست را پس می‌گیرید؟',
  'household.withdraw.text': 'آنگاه دیگر برای شما دنبال کسی نمی‌گردیم. بعدها می‌توانید دوباره درخواست کنید.',
  'household.data': 'خانوار شما',
  'household.data.contact': 'نام شما و راه تماس با شما',
  'error.request-confirmed': 'کسی هم‌اکنون شما را همراهی می‌کند',
  'error.request-confirmed.text': 'اگر همراهی باید پایان یابد، به دفتر بگویید.',
};
