import { addressesPast } from './addresses-past.js';
import { day, instant } from './calendar.js';

describe('facts that come too late to write to anybody', () => {
  const recordedAt = instant('2015-11-20T08:00:00Z');

  it.each([
    ['2015-11-20', false],
    ['2015-11-06', false],
    ['2015-11-05', true],
    ['2009-01-01', true],
    ['2015-12-24', false],
  ])('happened on %s: %s', (on, expected) => {
    expect(addressesPast({ happenedOn: day(on), recordedAt })).toBe(expected);
  });
});
