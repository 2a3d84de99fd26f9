import type { PlacementRow } from '../api/rows.js';
import { isSilent, lastSignOf } from './silence.js';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const placement = (days: { readonly confirmed: number; readonly visits: readonly number[] }): PlacementRow => ({
  ...{ id: 'p', requestId: 'r', volunteerId: 'v', proposalId: 'o', status: 'running', minutes: 0, revision: 0 },
  confirmedOn: daysAgo(days.confirmed),
  visits: days.visits.map((ago, index) => ({ id: String(index), on: daysAgo(ago), minutes: 30 })),
});

describe('a placement', () => {
  it('is silent when its last visit is four weeks ago, in whatever order visits were entered', () => {
    expect(lastSignOf(placement({ confirmed: 90, visits: [35, 60] }))).toBe(daysAgo(35));
    expect(isSilent(placement({ confirmed: 90, visits: [35, 60] }))).toBe(true);
    expect(isSilent(placement({ confirmed: 90, visits: [5, 60] }))).toBe(false);
  });
  it('without a visit is silent four weeks after it began', () => {
    expect(isSilent(placement({ confirmed: 40, visits: [] }))).toBe(true);
    expect(isSilent(placement({ confirmed: 10, visits: [] }))).toBe(false);
  });
  it('that has ended is silent for good reason', () =>
    expect(isSilent({ ...placement({ confirmed: 90, visits: [] }), status: 'ended' })).toBe(false));
});
