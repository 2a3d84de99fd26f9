import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';

/** What a report is asked for: a day, and by when something must have been entered to count. */
export interface ReportQuestion {
  readonly asOf: string;
  /** An instant; undefined: what is known now. */
  readonly knownAt?: string;
}

/** A count; null where it is too small to be shown to outsiders. */
export type Figure = number | null;

export interface IntegrationReport {
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly certificates: { readonly total: Figure; readonly byYear: Readonly<Record<string, Figure>> };
  readonly courses: { readonly completed: Figure; readonly units: Figure; readonly minutes: Figure };
  readonly volunteers: {
    readonly interested: Figure;
    readonly active: Figure;
    readonly paused: Figure;
    readonly left: Figure;
  };
  readonly households: { readonly registered: Figure; readonly persons: Figure };
  readonly requests: { readonly received: Figure; readonly matched: Figure; readonly open: Figure };
  readonly placements: { readonly started: Figure; readonly running: Figure; readonly ended: Figure };
  readonly visits: { readonly logged: Figure; readonly minutes: Figure };
  readonly definition: { readonly name: string; readonly version: number };
  readonly hash: string;
}

export const integrationReportQuery = (tenant: string, question: ReportQuestion) =>
  queryOptions({
    queryKey: ['integration-report', tenant, question],
    queryFn: ({ signal }) =>
      answerOf<IntegrationReport>(
        api.GET('/reporting/{tenant}/reports/integration', {
          params: { path: { tenant }, query: { ...question } },
          signal,
        }),
      ),
  });

/** Where the same report lies as a file for spreadsheets. */
export function integrationReportCsv(tenant: string, question: ReportQuestion): string {
  return `/reporting/${tenant}/reports/integration?${new URLSearchParams({ ...question, format: 'csv' })}`;
}
