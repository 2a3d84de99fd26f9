import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { Page } from './rows.js';

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
  /** Names of hidden figures; there only for who is not of the tenant, and is shown no single events. */
  readonly suppressed?: readonly string[];
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
export interface DifferenceEvent {
  readonly id: string;
  readonly fact:
    | 'interest-registered'
    | 'volunteer-accepted'
    | 'volunteer-declined'
    | 'volunteer-paused'
    | 'volunteer-resumed'
    | 'volunteer-left'
    | 'newcomer-registered'
    | 'course-completed'
    | 'certificate-issued'
    | 'request-recorded'
    | 'request-withdrawn'
    | 'placement-confirmed'
    | 'visit-logged'
    | 'placement-ended';
  readonly happenedOn: string;
  readonly recordedAt: string;
  readonly daysLate: number;
  readonly volunteer?: string;
  readonly newcomer?: string;
  readonly course?: string;
  readonly request?: string;
  readonly placement?: string;
  readonly reason?: 'done' | 'moved' | 'contact-lost' | 'overload' | 'conflict' | 'other' | 'erased';
  readonly cause?: 'erased';
  readonly units?: number;
  readonly minutes?: number;
  readonly persons?: number;
}

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
