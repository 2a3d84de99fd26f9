import { day } from '@lotsennetz/kernel';
import { keptLongEnough, monthsBefore, retentionMonths } from './retention.js';

describe('how long data is kept', () => {
  it('is what the tenant says, else what is usual', () => {
    expect(retentionMonths('former-volunteers', {})).toBe(36);
    expect(retentionMonths('former-volunteers', { retention: [{ kind: 'former-volunteers', months: 12 }] })).toBe(12);
    expect(retentionMonths('messages', { retention: [{ kind: 'former-volunteers', months: 12 }] })).toBe(12);
  });
  it('is counted in months of the calendar', () => {
    expect(keptLongEnough('declined-interests', {}, day('2016-07-15'))).toBe('2016-01-15');
    expect(monthsBefore(day('2016-08-31'), 6)).toBe('2016-02-29');
    expect(monthsBefore(day('2015-03-31'), 1)).toBe('2015-02-28');
    expect(monthsBefore(day('2016-01-10'), 13)).toBe('2014-12-10');
  });
});
