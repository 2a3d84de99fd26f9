import type { DifferenceEvent } from '../../api/reports.js';
import { de } from '../../i18n/de/index.js';
import { wordsOf } from '../../i18n/translate.js';
import { detailOf, lateness, subjectOf } from './tell-event.js';

const words = wordsOf('de', de);
const visit: DifferenceEvent = {
  ...{ id: 'e1', fact: 'visit-logged', happenedOn: '2026-03-09', recordedAt: '2026-03-09T16:00:00.000Z', daysLate: 0 },
  ...{ stream: 's1', revision: 3 },
  ...{ volunteer: 'v1', request: 'r1', placement: 'p1', minutes: 45 },
};
const { minutes: _, ...ended } = { ...visit, fact: 'placement-ended' as const };

describe('an event that makes two days differ', () => {
  it('is about what says most', () => {
    expect(subjectOf(visit)).toEqual({ kind: 'placement', id: 'p1' });
    const { placement: _placement, request: _request, ...certificate } = visit;
    expect(subjectOf({ ...certificate, course: 'c1' })).toEqual({ kind: 'volunteer', id: 'v1' });
  });
  it('tells how long, how many, or why', () => {
    expect(detailOf(visit, words)).toMatch(/^45/);
    expect(detailOf({ ...visit, units: 5, minutes: 900 }, words)).toBe('5 Termine');
    expect(detailOf({ ...ended, persons: 1 }, words)).toBe('eine Person');
    expect(detailOf({ ...ended, reason: 'moved' }, words)).toBe('Umzug');
    expect(detailOf({ ...ended, reason: 'erased' }, words)).toBe('weil die Person gelöscht wurde');
    expect(detailOf(ended, words)).toBeUndefined();
  });
  it('says when it was entered late, and when the earlier report could not know it', () => {
    expect(lateness(visit, '2026-03-01')).toBe('in-time');
    expect(lateness({ ...visit, daysLate: 2 }, '2026-03-01')).toBe('late');
    expect(lateness({ ...visit, daysLate: 2 }, '2026-03-09')).toBe('not-known-then');
    expect(lateness({ ...ended, reason: 'erased' }, '2026-03-09')).toBe('in-time');
  });
});
