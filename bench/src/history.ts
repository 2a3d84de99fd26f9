import type { Day, Instant } from '@lotsennetz/kernel';

/** A UUIDv7 with this number. */
export function numbered(number: number): string {
  return `0195d3c0-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

const start = Date.parse('2010-01-01T08:00:00.000Z');
/** 500,000 events in fifteen years. */
const stepMs = 15 * 60_000;

/** The moment of the event with this number. */
export function instantOf(number: number): Instant {
  return new Date(start + number * stepMs).toISOString() as Instant;
}

export function dayOf(number: number): Day {
  return instantOf(number).slice(0, 10) as Day;
}
