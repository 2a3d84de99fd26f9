import type { ContractEvent, Day, EventId, Instant, StreamName, TenantId } from '@lotsennetz/kernel';

export interface BenchRun {
  readonly url: string;
  readonly partitions: number;
  readonly topic: string;
  readonly events: readonly ContractEvent[];
}

/** How many events the relay publishes at once. */
export const pageSize = 500;

/** Events of the size of a registration, over many streams. */
export function someEvents(count: number): readonly ContractEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `0190f6a0-0000-7000-8000-${String(index).padStart(12, '0')}` as EventId,
    type: 'registration.volunteer-accepted.v1',
    stream:
      `registration.volunteer-siegen_0190f6a0-0000-7000-8000-${String(index % 500).padStart(12, '0')}` as StreamName,
    revision: Math.floor(index / 500),
    recordedAt: '2015-11-20T08:00:00.000Z' as Instant,
    happenedOn: '2015-11-19' as Day,
    tenant: 'siegen' as TenantId,
    correlationId: '0190f6a0-0000-7000-8000-000000000000',
    data: {
      volunteer: `0190f6a0-0000-7000-8000-${String(index % 500).padStart(12, '0')}`,
      languages: ['de', 'ar', 'fa'],
      topics: ['authorities', 'school-and-kita', 'housing'],
      availability: ['mon-morning', 'tue-evening', 'sat-afternoon'],
      town: 'Siegen',
      name: { sealed: 'v1', subject: String(index), purpose: 'contact', value: 'x'.repeat(160) },
    },
  }));
}

export function pagesOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / pageSize) }, (_, page) =>
    items.slice(page * pageSize, (page + 1) * pageSize),
  );
}
