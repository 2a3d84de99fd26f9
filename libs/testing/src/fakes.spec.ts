import { uuidPattern } from '@lotsennetz/kernel';
import { FakeClock } from './fake-clock.js';
import { fakeIds } from './fake-ids.js';

describe('fakes', () => {
  it('the clock moves only by hand', () => {
    const clock = new FakeClock('2015-11-20T09:00:00+01:00');
    expect([clock.now(), clock.now()]).toEqual(['2015-11-20T08:00:00.000Z', '2015-11-20T08:00:00.000Z']);
    expect(clock.advance({ days: 1, hours: 1, minutes: 1, seconds: 1, milliseconds: 1 })).toBe(
      '2015-11-21T09:01:01.001Z',
    );
    expect(clock.set('2016-01-01T00:00:00Z')).toBe(clock.now());
  });

  it('ids are valid, in order, and the same for the same seed', () => {
    const [one, same, other] = [fakeIds('a'), fakeIds('a'), fakeIds('b')];
    const made = Array.from({ length: 20 }, () => one.next());
    expect(made).toEqual(Array.from({ length: 20 }, () => same.next()));
    expect(made).not.toContain(other.next());
    expect(made).toEqual([...new Set(made)].sort());
    for (const id of made) expect(id).toMatch(uuidPattern);
  });
});
