import { dayAt, daysBetween, type Day, type Instant } from './calendar.js';

const latestNoticeDays = 14;

/**
 * Whether a fact was entered so late that nobody should be written to about it: more than 14 days after it happened.
 * Reactions that address people ask this first, so that entering the past, by import or correction, writes to nobody.
 */
export function addressesPast(event: { readonly happenedOn: Day; readonly recordedAt: Instant }): boolean {
  return daysBetween(event.happenedOn, dayAt(event.recordedAt, 'UTC')) > latestNoticeDays;
}
