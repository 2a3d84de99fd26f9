import { dayParts, topicCodes, topics, type DayPart, type Gender, type Topic } from '@lotsennetz/contracts';
import { isDay, type Day } from '@lotsennetz/kernel';
import type { Cell } from './csv.js';

/** How cells of German rosters are read. */

export const textCell =
  (max: number): Cell<string> =>
  (text) =>
    text.length > 0 && text.length <= max && !/[\p{Cc}\p{Cs}]/u.test(text)
      ? { value: text }
      : { expected: `1 to ${max} characters` };

export const matching =
  (pattern: RegExp, expected: string): Cell<string> =>
  (text) =>
    pattern.test(text) ? { value: text } : { expected };

export const emailCell = matching(
  /^[^\s\p{Cc}\p{Cs}@<>"(),:;]{1,64}@[A-Za-z0-9.-]{1,180}\.[A-Za-z]{2,}$/u,
  'an e-mail address',
);
export const phoneCell = matching(/^[+0-9][0-9 ()/.-]{2,39}$/, 'a phone number');
export const postalCodeCell = matching(/^\d{5}$/, 'five digits');
export const timeCell = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 18:00');

/** `31.03.2015` or `2015-03-31` */
export const dayCell: Cell<Day> = (text) => {
  const german = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  const iso = german ? `${german[3] ?? ''}-${german[2] ?? ''}-${german[1] ?? ''}` : text;
  return isDay(iso) ? { value: iso } : { expected: 'a day such as 31.03.2015' };
};

export const wholeNumberCell =
  (min: number, max: number): Cell<number> =>
  (text) =>
    /^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max
      ? { value: Number(text) }
      : { expected: `a whole number from ${min} to ${max}` };

export const wordCell =
  <Value>(words: Readonly<Record<string, Value>>): Cell<Value> =>
  (text) => {
    const found = Object.entries(words).find(([word]) => word.toLocaleLowerCase('de') === text.toLocaleLowerCase('de'));
    return found ? { value: found[1] } : { expected: `one of ${Object.keys(words).join(', ')}` };
  };

/** Items between commas, none twice. */
const listCell =
  <Value>(item: Cell<Value>): Cell<readonly Value[]> =>
  (text) => {
    const values: Value[] = [];
    for (const part of text.split(',')) {
      const cell = item(part.trim());
      if ('expected' in cell) return { expected: `between commas: ${cell.expected}` };
      if (!values.includes(cell.value)) values.push(cell.value);
    }
    return { value: values };
  };

export const languagesCell = listCell(
  matching(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'language tags such as de or ar'),
);
export const yesNoCell = wordCell({ ja: true, nein: false });
export const genderCell = wordCell<Gender>({ w: 'female', m: 'male', d: 'diverse' });
export const topicsCell = listCell(wordCell<Topic>(Object.fromEntries(topicCodes.map((code) => [topics[code], code]))));

const weekdays = { Mo: 'mon', Di: 'tue', Mi: 'wed', Do: 'thu', Fr: 'fri', Sa: 'sat', So: 'sun' };
const partsOfDay = { vormittags: 'morning', nachmittags: 'afternoon', abends: 'evening' };
const germanDayParts = Object.entries(weekdays).flatMap(([weekday, dayCode]) =>
  Object.entries(partsOfDay).map(
    ([part, partCode]) => [`${weekday}-${part}`, dayParts.find((each) => each === `${dayCode}-${partCode}`)] as const,
  ),
);

export const availabilityCell = listCell(wordCell(Object.fromEntries(germanDayParts) as Record<string, DayPart>));
