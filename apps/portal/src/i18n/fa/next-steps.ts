import type { nextSteps as german } from '../de/next-steps.js';
import type { SaidAs } from '../messages.js';

export const nextSteps: SaidAs<typeof german> = {
  'messages.read': 'دیدن متن',
  'messages.read.title': 'متن پیام',
  'messages.read.links': 'به جای پیوند پاسخ، اینجا «…» می‌آید: آن پیوند تنها از آنِ گیرنده است.',
  'placement.silent': 'بپرسید اوضاع چگونه است',
  'placement.silent.text': 'تماس بگیرید یا بنویسید. سپس آنچه بوده را ثبت کنید یا همراهی را پایان دهید.',
  'placement.again': 'جستجوی فردی دیگر',
  'request.again.lead': 'داده‌های درخواست پیشین اینجا آمده است. آنچه امروز فرق دارد را تغییر دهید.',
  'rematch.show': 'به درخواست همراهی تازه',
  'request.follows': 'همراهی دوباره',
  'request.follows.placement': 'به همراهی پیشین',
  'board.left-out': 'پیش‌تر این خانوار را همراهی کرده است',
  'board.left-out.text': 'به دلیل چگونگی پایان همراهی دوباره پیشنهاد نمی‌شود:',
};
