import type { Day, Instant } from '@lotsennetz/kernel';
import type { FactData } from '../facts/facts.stream.js';
import type { Fact } from './report-definition.js';

/** The value that the last fact about each subject has set, by (happenedOn, recordedAt, id of the source event), in whatever order facts come. */
export class Latest<Value> {
  private readonly entries = new Map<string, Entry<Value>>();

  set(subject: string, { happenedOn, data }: Fact, value: Value): void {
    const { recordedAt, sourceEvent } = data;
    const known = this.entries.get(subject);
    if (known && isLater(known, happenedOn, data)) return;
    // Only what decides the order is kept of a fact: there may be hundreds of thousands.
    this.entries.set(subject, { value, happenedOn, recordedAt, sourceEvent });
  }

  get size(): number {
    return this.entries.size;
  }

  *values(): Generator<Value> {
    for (const { value } of this.entries.values()) yield value;
  }
}

interface Entry<Value> {
  value: Value;
  happenedOn: Day;
  recordedAt: Instant;
  sourceEvent: string;
}

function isLater(known: Entry<unknown>, happenedOn: Day, { recordedAt, sourceEvent }: FactData): boolean {
  if (known.happenedOn !== happenedOn) return known.happenedOn > happenedOn;
  if (known.recordedAt !== recordedAt) return known.recordedAt > recordedAt;
  return known.sourceEvent > sourceEvent;
}
