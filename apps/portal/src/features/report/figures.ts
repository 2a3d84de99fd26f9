import type { Figure, IntegrationReport } from '../../api/reports.js';
import type { MessageKey, Words } from '../../i18n/index.js';

type FigureKey = MessageKey & `figure.${string}`;
type GroupKey = MessageKey & `report.group.${string}`;

/** One figure on the days that are shown; with two days, the first comes first. */
export interface Row {
  readonly label: string;
  readonly unit: 'count' | 'minutes';
  readonly values: readonly Figure[];
}

export interface Group {
  readonly title: GroupKey;
  readonly rows: readonly Row[];
  /** Those that are worth a bar: what people count, in one unit. */
  readonly bars: readonly Row[];
}

type Reports = readonly IntegrationReport[];

/** The figures of the report, in the groups in which the office thinks of them. */
export function groupsOf(reports: Reports, { t }: Words): readonly Group[] {
  const row = (key: FigureKey, of: (report: IntegrationReport) => Figure, unit: Row['unit'] = 'count'): Row => ({
    label: t(key),
    unit,
    values: reports.map(of),
  });
  const years = yearsOf(reports);
  const volunteers = [
    row('figure.volunteers.interested', (each) => each.volunteers.interested),
    row('figure.volunteers.active', (each) => each.volunteers.active),
    row('figure.volunteers.paused', (each) => each.volunteers.paused),
    row('figure.volunteers.left', (each) => each.volunteers.left),
  ];
  const requests = [
    row('figure.requests.received', (each) => each.requests.received),
    row('figure.requests.matched', (each) => each.requests.matched),
    row('figure.requests.open', (each) => each.requests.open),
  ];
  const placements = [
    row('figure.placements.started', (each) => each.placements.started),
    row('figure.placements.running', (each) => each.placements.running),
    row('figure.placements.ended', (each) => each.placements.ended),
    row('figure.visits.logged', (each) => each.visits.logged),
  ];
  const visitTime = row('figure.visits.minutes', (each) => each.visits.minutes, 'minutes');
  const total = row('figure.certificates.total', (each) => each.certificates.total);
  const courses = [
    row('figure.courses.completed', (each) => each.courses.completed),
    row('figure.courses.units', (each) => each.courses.units),
    row('figure.courses.minutes', (each) => each.courses.minutes, 'minutes'),
  ];
  const households = [
    row('figure.households.registered', (each) => each.households.registered),
    row('figure.households.persons', (each) => each.households.persons),
  ];
  return [
    { title: 'report.group.volunteers', rows: volunteers, bars: volunteers },
    { title: 'report.group.requests', rows: requests, bars: requests },
    { title: 'report.group.placements', rows: [...placements, visitTime], bars: placements },
    { title: 'report.group.certificates', rows: [total, ...years], bars: years },
    { title: 'report.group.courses', rows: courses, bars: [] },
    { title: 'report.group.households', rows: households, bars: households },
  ];
}

// A year in which one of the reports has none counts as zero there.
function yearsOf(reports: Reports): readonly Row[] {
  const years = new Set(reports.flatMap(({ certificates }) => Object.keys(certificates.byYear)));
  return [...years].sort().map((year) => ({
    label: year,
    unit: 'count',
    values: reports.map(({ certificates }) => certificates.byYear[year] ?? (year in certificates.byYear ? null : 0)),
  }));
}

/** How much more the first day has than the second; undefined when one of them is hidden or there is no second. */
export function differenceIn({ values: [first, second] }: Row): number | undefined {
  return typeof first === 'number' && typeof second === 'number' ? first - second : undefined;
}

/** A figure as people read it. */
export function shown(value: Figure | undefined, unit: Row['unit'], { t, number, duration }: Words): string {
  if (typeof value !== 'number') return t('report.hidden');
  return unit === 'minutes' ? duration(value) : number(value);
}
