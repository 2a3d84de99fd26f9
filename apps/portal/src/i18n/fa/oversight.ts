import type { oversight as german } from '../de/oversight.js';
import type { SaidAs } from '../messages.js';

/** What towns let a county read. */
export const oversight: SaidAs<typeof german> = {
  'nav.oversight': 'بازبینی',
  'oversight.title': 'بازبینی در شهرها',
  'oversight.lead': 'آنچه شهرها به شهرستان شما اجازهٔ خواندنش را می‌دهند: برای چه، چقدر و تا کی.',
  'oversight.empty': 'هنوز هیچ شهری اجازهٔ بازبینی نداده است',
  'oversight.empty.text':
    'از مدیریت یک شهر بخواهید. مدیریت در صفحهٔ «مدیریت» اجازه می‌دهد و هدف، اندازه و پایان را می‌نویسد.',
  'oversight.open': 'دیدن {name}',
  'oversight.town': 'بازبینی: {name}',
  'oversight.town.lead':
    'ارقام بدون نام، تا جایی که شهر برای شهرستان شما باز کرده است. ارقام کوچک پنهان‌اند، مگر آنکه آشکارا باز شده باشند.',
  'oversight.granted': 'آنچه شهر باز کرده است',
  'oversight.courses': 'دوره‌ها با زمان و جا',
  'oversight.ended': 'اینجا چیزی برای بازبینی شما نیست',
  'oversight.ended.text':
    'شهر چیزی برای شهرستان شما باز نکرده یا بازبینی پایان یافته است. اگر به ارقام نیاز دارید از مدیریت آن بپرسید.',
};
