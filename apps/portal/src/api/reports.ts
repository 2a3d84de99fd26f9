import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { Answer, Page, Row } from './answers.js';

/** What a report is asked for: a day, and by when something must have been entered to count. */
export interface ReportQuestion {
  readonly asOf: string;
  /** An instant; undefined: what is known now. */
  readonly knownAt?: string;
}

/** A count; null where it is too small to be shown to outsiders. */
export type Figure = number | null;

export type IntegrationReport = Answer<'/reporting/{tenant}/reports/integration'>;

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

/** Which two reports: the days, and what was known of each. */
export interface DifferenceQuestion {
  readonly from: string;
  readonly to: string;
  /** An instant; undefined: what is known now. */
  readonly knownAt?: string;
  /** What was known of the earlier day; undefined: the same. */
  readonly fromKnownAt?: string;
}

/** An event that the later report counts and the earlier one did not. */
export type DifferenceEvent = Row<'/reporting/{tenant}/reports/integration/difference'>;

/** On a phone each is a card, and whoever wants them all takes the file. */
const eventsShown = 20;

export const differenceQuery = (tenant: string, question: DifferenceQuestion) =>
  infiniteQueryOptions({
    queryKey: ['report-difference', tenant, question],
    queryFn: ({ signal, pageParam }) =>
      answerOf<Page<DifferenceEvent>>(
        api.GET('/reporting/{tenant}/reports/integration/difference', {
          params: {
            path: { tenant },
            query: { ...question, limit: eventsShown, ...(pageParam === '' ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** Where all these events lie as a file for spreadsheets. */
export function differenceCsv(tenant: string, question: DifferenceQuestion): string {
  return `/reporting/${tenant}/reports/integration/difference?${new URLSearchParams({ ...question, format: 'csv' })}`;
}
