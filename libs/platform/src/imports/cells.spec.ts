import {
  availabilityCell,
  dayCell,
  emailCell,
  genderCell,
  languagesCell,
  phoneCell,
  postalCodeCell,
  textCell,
  timeCell,
  topicsCell,
  wholeNumberCell,
  yesNoCell,
} from './cells.js';
import type { Cell } from './csv.js';

function accepts<Value>(cell: Cell<Value>, good: readonly (readonly [string, unknown])[]): void {
  for (const [text, value] of good) expect([text, cell(text)]).toEqual([text, { value }]);
}
function refuses<Value>(cell: Cell<Value>, bad: readonly string[], expected: string): void {
  for (const text of bad) expect([text, cell(text)]).toEqual([text, { expected }]);
}
const asItIs = (...texts: readonly string[]) => texts.map((text) => [text, text] as const);

describe('cells of rosters', () => {
  it('text in any script', () => {
    accepts(textCell(12), asItIs('Rosa', 'Zoë', 'فاطمة', 'Оксана', '李小龍', "O'Neill", 'አበበ', '🙂', '=1+2'));
    refuses(textCell(12), ['', 'x'.repeat(13), 'a\0b', 'a\nb', 'a\tb', '\ud800'], '1 to 12 characters');
  });
  it('e-mail addresses', () => {
    accepts(emailCell, asItIs('a@example.org', 'rosa.n+x@sub.example.org', "o'neill@example.org", 'zoë@example.org'));
    const bad = [
      '',
      'rosa',
      '@example.org',
      'a@b',
      'a b@example.org',
      'a@example.org,b@example.org',
      'a\0@example.org',
    ];
    refuses(
      emailCell,
      [...bad, 'a@@example.org', '<a@example.org>', `${'x'.repeat(65)}@example.org`],
      'an e-mail address',
    );
  });
  it('phone numbers', () => {
    accepts(phoneCell, asItIs('0271 55500001', '+49 271/555-01', '0271 (555) 01', '110'));
    refuses(phoneCell, ['', '1', 'call me', '0271x', `0${'1'.repeat(40)}`], 'a phone number');
  });
  it('postal codes', () => {
    accepts(postalCodeCell, asItIs('57072', '01067'));
    refuses(postalCodeCell, ['', '5707', '570722', 'D-57072', '５７０７２'], 'five digits');
  });
  it('times', () => {
    accepts(timeCell, asItIs('18:00', '00:00', '23:59'));
    refuses(timeCell, ['', '24:00', '8:00', '18.00', '18:60'], 'a time such as 18:00');
  });
  it('days', () => {
    accepts(dayCell, [
      ['31.03.2015', '2015-03-31'],
      ['2015-03-31', '2015-03-31'],
      ['29.02.2016', '2016-02-29'],
    ]);
    const bad = ['', '31.02.2015', '29.02.2015', '1.3.2015', '03/31/2015', '31.03.15', '2015-13-01', '42094'];
    refuses(dayCell, bad, 'a day such as 31.03.2015');
  });
  it('whole numbers', () => {
    accepts(wholeNumberCell(0, 20), [
      ['0', 0],
      ['20', 20],
      ['007', 7],
    ]);
    refuses(
      wholeNumberCell(0, 20),
      ['', '-1', '21', '2.5', '2,5', '1e1', 'two', '9999999'],
      'a whole number from 0 to 20',
    );
  });
  it('yes and no', () => {
    accepts(yesNoCell, [
      ['ja', true],
      ['Nein', false],
      ['JA', true],
    ]);
    refuses(yesNoCell, ['', 'j', 'yes', 'toString'], 'one of ja, nein');
  });
  it('gender', () => {
    accepts(genderCell, [
      ['w', 'female'],
      ['M', 'male'],
      ['d', 'diverse'],
    ]);
    refuses(genderCell, ['', 'x', 'weiblich', 'constructor'], 'one of w, m, d');
  });
  it('languages', () => {
    accepts(languagesCell, [
      ['de', ['de']],
      ['de, ar,zh-Hant', ['de', 'ar', 'zh-Hant']],
      ['de,de', ['de']],
    ]);
    refuses(languagesCell, ['', 'Deutsch', 'de;ar', 'de,,ar', 'DE'], 'between commas: language tags such as de or ar');
  });
  it('topics', () => {
    accepts(topicsCell, [
      ['Behörde', ['public-authorities']],
      ['arzt, Strom/Gas,ÖPNV', ['health', 'energy', 'public-transport']],
    ]);
    for (const text of ['', 'Zauberei', 'health', 'Arzt,']) expect(topicsCell(text)).toHaveProperty('expected');
  });
  it('parts of the week', () => {
    accepts(availabilityCell, [
      ['Mo-vormittags', ['mon-morning']],
      ['so-Abends, Mi-nachmittags', ['sun-evening', 'wed-afternoon']],
    ]);
    for (const text of ['', 'Mo', 'mon-morning', 'Mo vormittags'])
      expect(availabilityCell(text)).toHaveProperty('expected');
  });
});
