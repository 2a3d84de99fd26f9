import type { RetentionKind } from '@lotsennetz/contracts';
import { day, type Day } from '@lotsennetz/kernel';
import type { KnownTenant } from './access/grants.js';

/**
 * How many months after the last thing that happened a kind of data is kept, unless the tenant says otherwise.
 * Declined interests: claims under § 15 para. 4, § 21 para. 5 AGG lapse within months; six is the usual advice for
 * applications. Former volunteers and households: the regular limitation of § 195 BGB, three years (§ 199 BGB), which
 * covers insurance and funding questions. Messages: a year, to answer for what was written.
 */
export const usualRetentionMonths = {
  'declined-interests': 6,
  'former-volunteers': 36,
  newcomers: 36,
  messages: 12,
} as const satisfies Partial<Record<RetentionKind, number>>;

export type TimedRetention = keyof typeof usualRetentionMonths;

/** The tenant's period, or the usual one. */
export function retentionMonths(kind: TimedRetention, tenant: Pick<KnownTenant, 'retention'>): number {
  return tenant.retention?.find((each) => each.kind === kind)?.months ?? usualRetentionMonths[kind];
}

/** The last day whose data has been kept long enough. */
export function keptLongEnough(kind: TimedRetention, tenant: Pick<KnownTenant, 'retention'>, today: Day): Day {
  return monthsBefore(today, retentionMonths(kind, tenant));
}

/** The same day of an earlier month, or its last day where there is none. */
export function monthsBefore(from: Day, months: number): Day {
  const date = new Date(`${from}T00:00:00.000Z`);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months + 1, 0)).getUTCDate();
  const then = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, Math.min(date.getUTCDate(), lastOfMonth));
  return day(new Date(then).toISOString().slice(0, 10));
}
