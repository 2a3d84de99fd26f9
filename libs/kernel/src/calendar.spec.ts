import { addDays, addMs, day, dayAt, daysBetween, instant, instantAt, isDay, isInstant } from './calendar.js';

const berlin = 'Europe/Berlin';

describe('days', () => {
  it.each(['2015-11-20', '2016-02-29', '0001-01-01'])('%s is a day', (text) => expect(isDay(text)).toBe(true));
  it.each(['2015-02-29', '2015-13-01', '2015-1-1', '20.11.2015', '', '2015-11-20T00:00'])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  });

  it('moves moments forwards and back', () => {
    const midnight = instant('2015-03-28T00:00:00Z');
    expect(addMs(midnight, 1)).toBe('2015-03-28T00:00:00.001Z');
    expect(addMs(midnight, -1)).toBe('2015-03-27T23:59:59.999Z');
  });

  it('counts over the ends of months, leap years and summer time', () => {
    expect(addDays(day('2016-02-28'), 2)).toBe('2016-03-01');
    expect(addDays(day('2015-03-28'), 1)).toBe('2015-03-29');
    expect(addDays(day('2015-01-01'), -1)).toBe('2014-12-31');
    expect(daysBetween(day('2015-10-24'), day('2015-10-26'))).toBe(2);
    expect(daysBetween(day('2016-03-01'), day('2016-02-01'))).toBe(-29);
  });
});

describe('instants', () => {
  it('takes any offset and keeps UTC', () => {
    expect(instant('2015-11-20T09:00:00+01:00')).toBe('2015-11-20T08:00:00.000Z');
    expect(isInstant('2015-11-20T08:00:00.000Z')).toBe(true);
    expect(isInstant('2015-11-20T08:00:00Z')).toBe(false);
  });
  it.each(['2015-11-20', '2015-11-20T09:00:00', 'soon', ''])('%j is no instant', (text) =>
    expect(() => instant(text)).toThrow(/not a moment \(such as /),
  );
  it('knows the day on the wall calendar', () => {
    expect(dayAt(instant('2015-12-31T23:30:00Z'), berlin)).toBe('2016-01-01');
    expect(dayAt(instant('2015-12-31T22:30:00Z'), berlin)).toBe('2015-12-31');
  });
});

describe('the moment of a wall clock', () => {
  it.each([
    ['winter', '2015-01-10', '09:00', '2015-01-10T08:00:00.000Z'],
    ['summer', '2015-07-10', '09:00', '2015-07-10T07:00:00.000Z'],
    ['the day summer time begins, after it has', '2015-03-29', '09:00', '2015-03-29T07:00:00.000Z'],
    ['the day summer time begins, before it does', '2015-03-29', '01:30', '2015-03-29T00:30:00.000Z'],
    ['the gap: the moment after it', '2015-03-29', '02:30', '2015-03-29T01:30:00.000Z'],
    ['the day summer time ends, after it has', '2015-10-25', '09:00', '2015-10-25T08:00:00.000Z'],
    ['the day summer time ends, before it does', '2015-10-25', '01:30', '2015-10-24T23:30:00.000Z'],
    ['midnight', '2015-10-25', '00:00', '2015-10-24T22:00:00.000Z'],
  ])('%s', (_, on, time, expected) => expect(instantAt(day(on), time, berlin)).toBe(expected));
});
