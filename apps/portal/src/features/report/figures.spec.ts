import type { IntegrationReport } from '../../api/reports.js';
import { de } from '../../i18n/de/index.js';
import { wordsOf } from '../../i18n/translate.js';
import { differenceIn, groupsOf, shown } from './figures.js';

const march = {
  ...{ tenant: 'siegen', asOf: '2026-03-09', knownAt: null, hash: 'a' },
  definition: { name: 'integration-report', version: 1 },
  positions: { sources: 'b', reporting: 7 },
  certificates: { total: 5, byYear: { '2025': 5 } },
  courses: { completed: 1, units: 6, minutes: 540 },
  volunteers: { interested: 2, active: 7, paused: 0, left: 1 },
  households: { registered: 3, persons: 11 },
  requests: { received: 4, matched: 2, open: 2 },
  placements: { started: 2, running: 2, ended: 0 },
  visits: { logged: 9, minutes: 605 },
} satisfies IntegrationReport;
const june: IntegrationReport = {
  ...march,
  asOf: '2026-06-09',
  certificates: { total: 9, byYear: { '2025': 5, '2026': 4 } },
  volunteers: { ...march.volunteers, active: 12, left: null },
  suppressed: ['volunteers.left'],
};

describe('the figures of the report', () => {
  const words = wordsOf('de', de);

  it('stand side by side, and a year that had no certificate yet counts as none', () => {
    const groups = groupsOf([june, march], words);
    const rows = groups.find(({ title }) => title === 'report.group.certificates')?.rows;
    expect(rows).toEqual([
      { label: 'gesamt', unit: 'count', values: [9, 5] },
      { label: '2025', unit: 'count', values: [5, 5] },
      { label: '2026', unit: 'count', values: [4, 0] },
    ]);
  });
  it('differ by how much more the first day has; what is hidden tells no difference', () => {
    const [volunteers] = groupsOf([june, march], words);
    expect(volunteers?.rows.map(differenceIn)).toEqual([0, 5, 0, undefined]);
    expect(groupsOf([june], words)[0]?.rows.map(differenceIn)).toEqual([undefined, undefined, undefined, undefined]);
  });
  it('are read as counts, as time, or as hidden', () => {
    expect(shown(1234, 'count', words)).toBe('1.234');
    expect(shown(90, 'minutes', words)).toBe('1 Std. 30 Min.');
    expect(shown(null, 'count', words)).toBe('unterdrückt');
  });
});
