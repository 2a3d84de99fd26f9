import type { DifferenceEvent } from '../../api/reports.js';
import type { Words } from '../../i18n/index.js';

/** What an event is about, most telling first: a visit is about its placement, whoever made it. */
const kinds = ['placement', 'request', 'newcomer', 'volunteer', 'course'] as const;

export interface Subject {
  readonly kind: (typeof kinds)[number];
  readonly id: string;
}

/** What to name of an event; undefined for one that is about nothing that has a page. */
export function subjectOf(event: DifferenceEvent): Subject | undefined {
  for (const kind of kinds) {
    const id = event[kind];
    if (id !== undefined) return { kind, id };
  }
  return undefined;
}

/** What there is to say beyond what happened: how long, how many, or why. */
export function detailOf(event: DifferenceEvent, { t, duration }: Words): string | undefined {
  const { minutes, persons, units, reason, cause } = event;
  if (cause === 'erased' || reason === 'erased') return t('report.event.erased');
  if (reason !== undefined) return t(`placement.reason.${reason}`);
  if (units !== undefined) return t('report.event.units', { count: units });
  if (persons !== undefined) return t('report.event.persons', { count: persons });
  return minutes === undefined ? undefined : duration(minutes);
}

/** Whether it was entered on a later day than it happened, or was not even known when the earlier report was asked for. */
export function lateness(event: DifferenceEvent, from: string): 'in-time' | 'late' | 'not-known-then' {
  // What ends because somebody was forgotten counts from the day after.
  const endedByErasure = event.cause === 'erased' || event.reason === 'erased';
  if (endedByErasure ? event.happenedOn < from : event.happenedOn <= from) return 'not-known-then';
  return event.daysLate > 0 ? 'late' : 'in-time';
}
