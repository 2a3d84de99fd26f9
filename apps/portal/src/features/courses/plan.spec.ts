import { daysLater, emptyPlan, weeklySessions } from './plan.js';

const plan = { ...emptyPlan, firstDay: '2026-10-20', count: '3' };

describe('weekly sessions', () => {
  it('keep their weekday over the change of clocks', () =>
    expect(weeklySessions(plan, undefined).map(({ heldOn }) => heldOn)).toEqual([
      '2026-10-20',
      '2026-10-27',
      '2026-11-03',
    ]));
  it('follow the modules of a curriculum', () => {
    const modules = [
      { number: 1, title: 'Recht', minutes: 90 },
      { number: 2, title: 'Arbeit', minutes: 90 },
    ];
    const published = { publishedOn: '2026-01-09', revision: 0, maxMissed: 1 };
    const sessions = weeklySessions(plan, { ...published, id: 'c', title: 'Lotsen', modules });
    expect(sessions.map(({ title, heldOn }) => [title, heldOn])).toEqual([
      ['Recht', '2026-10-20'],
      ['Arbeit', '2026-10-27'],
    ]);
  });
  it('count over the end of a year', () => expect(daysLater('2026-12-29', 7)).toBe('2027-01-05'));
});
