import { askedIn, dayAfter, daysBetween, differenceFor, questionFor } from './question.js';

const today = '2026-11-22';

describe('what a report page is asked for', () => {
  it('is today with everything known, unless the address says otherwise', () => {
    expect(askedIn({}, today)).toEqual({ asOf: today, known: 'now' });
    expect(askedIn({ asOf: '2026-03-09', known: 'then', with: '2025-03-09' }, today)).toEqual({
      asOf: '2026-03-09',
      known: 'then',
      with: '2025-03-09',
    });
    expect(askedIn({ known: '2026-04-01' }, today)).toEqual({ asOf: today, known: '2026-04-01' });
  });
  it.each([{ asOf: 'yesterday' }, { asOf: '2027-01-01' }, { asOf: 7 }, { known: 'soon' }, { with: '2026' }])(
    'does not take %j',
    (search) => expect(askedIn(search, today)).toEqual({ asOf: today, known: 'now' }),
  );
  it('asks for what was known by the end of a day, never for what will be known', () => {
    expect(questionFor('2026-03-09', 'now', today)).toEqual({ asOf: '2026-03-09' });
    expect(questionFor('2026-03-09', 'then', today)).toEqual({
      asOf: '2026-03-09',
      knownAt: new Date('2026-03-09T23:59:59.999').toISOString(),
    });
    expect(questionFor('2026-03-09', '2026-05-01', today).knownAt).toBe(
      new Date('2026-05-01T23:59:59.999').toISOString(),
    );
    expect(questionFor(today, 'then', today)).toEqual({ asOf: today });
  });
  it('asks what makes two days differ from the earlier to the later, and what was known of each', () => {
    const [march, may] = [{ asOf: '2026-03-09' }, { asOf: '2026-05-01' }];
    expect(differenceFor([may, march])).toEqual({ from: '2026-03-09', to: '2026-05-01' });
    const then = { knownAt: '2026-03-09T22:59:59.999Z' };
    expect(differenceFor([{ ...march, ...then }, may])).toEqual({
      from: '2026-03-09',
      to: '2026-05-01',
      fromKnownAt: then.knownAt,
    });
    expect(
      differenceFor([
        { ...may, ...then },
        { ...march, ...then },
      ]),
    ).toEqual({
      from: '2026-03-09',
      to: '2026-05-01',
      ...then,
    });
  });
  it('counts days over the change of the clocks', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(dayAfter('2026-03-28', 2)).toBe('2026-03-30');
  });
});
