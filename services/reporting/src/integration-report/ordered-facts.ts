import type { Day } from '@lotsennetz/kernel';
import type { FactData } from '../facts/facts.stream.js';
import type { Fact } from './report-definition.js';

/**
 * Puts facts in the order of reports, (happenedOn, recordedAt, id of the source event), whatever order they come in.
 * Facts of one day stay together and mostly arrive in order, so hardly anything is left to sort.
 */
export class OrderedFacts {
  private readonly days = new Map<Day, FactData[]>();

  add(happenedOn: Day, data: FactData): void {
    const day = this.days.get(happenedOn);
    if (day) day.push(data);
    else this.days.set(happenedOn, [data]);
  }

  *[Symbol.iterator](): Generator<Fact> {
    for (const happenedOn of [...this.days.keys()].sort())
      for (const data of ordered(this.days.get(happenedOn) ?? [])) yield { happenedOn, data };
  }
}

function ordered(day: FactData[]): readonly FactData[] {
  const isOrdered = day.every((data, index) => index === 0 || compare(day[index - 1] ?? data, data) <= 0);
  return isOrdered ? day : day.sort(compare);
}

function compare(a: FactData, b: FactData): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
  if (a.sourceEvent === b.sourceEvent) return 0;
  return a.sourceEvent < b.sourceEvent ? -1 : 1;
}
