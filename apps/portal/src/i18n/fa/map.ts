import type { map as german } from '../de/map.js';
import type { SaidAs } from '../messages.js';

export const map: SaidAs<typeof german> = {
  'map.title': 'کجا هستند',
  'map.says': {
    one: 'نقشه: درخواست در میانه و یک نفر پیرامون آن. مکان و فاصله در فهرست زیر آمده است.',
    other: 'نقشه: درخواست در میانه و {count} نفر با شماره‌هایشان پیرامون آن. مکان‌ها و فاصله‌ها در فهرست زیر آمده است.',
  },
  'map.unknown': 'کد پستی و شهر این درخواست را نمی‌دانیم؛ پس نقشه‌ای نیست.',
  'map.nobody': 'اکنون کسی برای نمایش نیست.',
};
