import type { household as german } from '../de/household.js';
import type { SaidAs } from '../messages.js';

export const household: SaidAs<typeof german> = {
  'nav.my-requests': 'My requests',
  'household.lead': 'Here you see how your requests are getting on.',
  'household.requests': 'What you have asked for',
  'household.empty': 'No request yet',
  'household.empty.text': 'Tell us what you need help with. We look for somebody for you.',
  'household.ask': 'Ask for something else',
  'household.asked-on': 'Asked on {day}',
  'household.waiting': { one: 'You have been waiting for a day.', other: 'You have been waiting for {count} days.' },
  'household.since-today': 'You asked today.',
  'household.status.open': 'We are looking for somebody for you',
  'household.status.confirmed': 'Somebody accompanies you',
  'household.status.ended': 'The placement has ended',
  'household.status.withdrawn': 'Withdrawn',
  'household.status.open.text': 'We get in touch as soon as somebody has said yes. You need not do anything.',
  'household.withdraw': 'Withdraw the request',
  'household.withdraw.title': 'Withdraw this request?',
  'household.withdraw.text': 'Then we no longer look for anybody for you. You can ask again later.',
  'household.data': 'Your household',
  'household.data.contact': 'What you are called and how we reach you',
  'error.request-confirmed': 'Somebody accompanies you already',
  'error.request-confirmed.text': 'If the placement should end, tell the office.',
};
