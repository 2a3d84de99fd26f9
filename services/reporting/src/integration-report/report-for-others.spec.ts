import { day, instant } from '@lotsennetz/kernel';
import { integrationReportCsv } from './integration-report.csv.js';
import type { IntegrationReport } from './integration-report.js';
import { reportForOthers } from './report-for-others.js';

const report = {
  tenant: 'siegen',
  asOf: day('2015-12-31'),
  knownAt: instant('2016-01-01T00:00:00Z'),
  definition: { name: 'integration-report', version: 2 },
  positions: { sources: 'digest', reporting: 7 },
  hash: 'exact',
  certificates: { total: 33, byYear: { 2013: 3, 2014: 10, 2015: 20 } },
  courses: { completed: 2, units: 10, minutes: 900 },
  volunteers: { interested: 12, active: 33, paused: 1, left: 0 },
  households: { registered: 4, persons: 11 },
  requests: { received: 40, matched: 20, open: 15 },
  placements: { started: 20, running: 18, ended: 2 },
  visits: { logged: 55, minutes: 3_000 },
} as unknown as IntegrationReport;

describe('the integration report for a county', () => {
  it('hides small counts, and what they would follow from', () => {
    expect(reportForOthers(report)).toMatchObject({
      tenant: 'siegen',
      certificates: { total: 33, byYear: { 2013: null, 2014: null, 2015: 20 } },
      courses: { completed: 2, units: 10, minutes: 900 },
      volunteers: { interested: 12, active: 33, paused: null, left: 0 },
      households: { registered: null, persons: null },
      requests: { received: 40, matched: 20, open: 15 },
      placements: { started: 20, running: null, ended: null },
      suppressed: [
        'certificates.byYear.2013',
        'certificates.byYear.2014',
        'households.persons',
        'households.registered',
        'placements.ended',
        'placements.running',
        'volunteers.paused',
      ],
    });
  });
  it('has a hash of what it shows: the same whatever is hidden', () => {
    const other = { ...report, volunteers: { ...report.volunteers, paused: 4 } };
    expect(reportForOthers(other).hash).toBe(reportForOthers(report).hash);
    expect(reportForOthers({ ...report, courses: { ...report.courses, units: 11 } }).hash).not.toBe(
      reportForOthers(report).hash,
    );
    expect(JSON.stringify(reportForOthers(report))).not.toContain('exact');
  });
  it('says in a spreadsheet what is hidden', () => {
    const lines = integrationReportCsv(reportForOthers(report)).split('\r\n');
    expect(lines).toContain('Freiwillige pausierend;unterdrückt');
    expect(lines).toContain('Freiwillige aktiv;33');
  });
});
