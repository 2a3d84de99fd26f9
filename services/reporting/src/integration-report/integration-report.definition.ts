import { count, emptyTally, requestMarks, type Tally } from './integration-tally.js';
import type { ReportDefinition } from './report-definition.js';

export interface IntegrationFigures {
  /** By the year they were issued in. */
  readonly certificates: { readonly total: number; readonly byYear: Readonly<Record<string, number>> };
  /** Courses that were over and certified; `units` are sessions held. */
  readonly courses: { readonly completed: number; readonly units: number; readonly minutes: number };
  /** Each person counts in one state; who was declined counts in none. */
  readonly volunteers: {
    readonly interested: number;
    readonly active: number;
    readonly paused: number;
    readonly left: number;
  };
  readonly households: { readonly registered: number; readonly persons: number };
  /** `matched`: ever confirmed. `open`: neither confirmed nor withdrawn. */
  readonly requests: { readonly received: number; readonly matched: number; readonly open: number };
  readonly placements: { readonly started: number; readonly running: number; readonly ended: number };
  readonly visits: { readonly logged: number; readonly minutes: number };
}

/** The county's yearly integration report: volunteers, courses and certificates, requests and placements. */
export const integrationReportDefinition: ReportDefinition<Tally, IntegrationFigures> = {
  name: 'integration-report',
  // Raised with every change of meaning, so that equal hashes always mean equal questions.
  version: 2,
  initial: emptyTally,
  evolve: count,
  result: (tally) => ({
    certificates: certificatesOf(tally),
    courses: coursesOf(tally),
    volunteers: volunteersOf(tally),
    households: { registered: tally.households.size, persons: sum(tally.households.values()) },
    requests: requestsOf(tally),
    placements: { ...tally.placements, running: tally.placements.started - tally.placements.ended },
    visits: { ...tally.visits },
  }),
};

function certificatesOf({ certificatesByYear }: Tally): IntegrationFigures['certificates'] {
  const byYear = Object.fromEntries([...certificatesByYear].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { total: sum(certificatesByYear.values()), byYear };
}

function coursesOf({ courses }: Tally): IntegrationFigures['courses'] {
  return {
    completed: courses.size,
    units: sum(courses.values().map(({ units }) => units)),
    minutes: sum(courses.values().map(({ minutes }) => minutes)),
  };
}

function volunteersOf({ volunteers }: Tally): IntegrationFigures['volunteers'] {
  const counts = { interested: 0, declined: 0, active: 0, paused: 0, left: 0 };
  for (const status of volunteers.values()) counts[status] += 1;
  const { declined: _, ...shown } = counts;
  return shown;
}

function requestsOf({ requests }: Tally): IntegrationFigures['requests'] {
  const counts = { received: 0, matched: 0, open: 0 };
  for (const marks of requests.values()) {
    if (marks & requestMarks.received) counts.received += 1;
    if (marks & requestMarks.confirmed) counts.matched += 1;
    if (marks === requestMarks.received) counts.open += 1;
  }
  return counts;
}

function sum(figures: Iterable<number>): number {
  let total = 0;
  for (const figure of figures) total += figure;
  return total;
}
