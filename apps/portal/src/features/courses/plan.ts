import type { CurriculumRow } from '../../api/training-rows.js';

export interface PlannedSession {
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface CoursePlan {
  readonly curriculumId: string;
  readonly code: string;
  readonly title: string;
  readonly town: string;
  readonly seats: string;
  readonly firstDay: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly count: string;
  readonly sessions: readonly PlannedSession[];
}

export const emptyPlan: CoursePlan = {
  ...{ curriculumId: '', code: '', title: '', town: '', seats: '', firstDay: '' },
  ...{ startsAt: '18:00', endsAt: '19:30', count: '5', sessions: [] },
};

/** One meeting a week, one for each module where there is a curriculum. */
export function weeklySessions(plan: CoursePlan, curriculum: CurriculumRow | undefined): readonly PlannedSession[] {
  const titles = curriculum?.modules.map(({ title }) => title) ?? Array<string>(Number(plan.count)).fill('');
  const { startsAt, endsAt } = plan;
  return titles.map((title, week) => ({ title, heldOn: daysLater(plan.firstDay, 7 * week), startsAt, endsAt }));
}

export function daysLater(day: string, days: number): string {
  const moment = new Date(`${day}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
