import {
  TenantScope,
  type ContractEvent,
  type Day,
  type EventBus,
  type EventId,
  type Instant,
  type StreamName,
} from '@lotsennetz/kernel';
import { stopsWithTest, unique } from './harness.js';

/** `training.course-siegen_<id>` */
export const streamOf = (id: string) => `training.course-siegen_${id}` as StreamName;

/** The event of a stream at a revision; the same each time, as when it is published twice. */
export function contractEvent(stream: StreamName, revision: number, data: object = {}): ContractEvent {
  return {
    id: `${stream}/${revision}` as EventId,
    type: 'training.course-planned.v1',
    stream,
    revision,
    recordedAt: '2015-11-20T08:00:00.000Z' as Instant,
    happenedOn: '2015-11-19' as Day,
    tenant: TenantScope.of('siegen').tenant,
    correlationId: 'c-1',
    data,
  };
}

/** Revisions `from` to `to` of a stream. */
export function history(stream: StreamName, from: number, to: number): readonly ContractEvent[] {
  return Array.from({ length: to - from + 1 }, (_, index) => contractEvent(stream, from + index));
}

export const someTopic = () => unique('training');
export const someGroup = () => unique('matching.reaction');

export interface Receiving {
  readonly events: ContractEvent[];
  stop(): Promise<void>;
}

/** Consumes until stopped; `handle` runs before a batch counts as received. */
export function receive(
  bus: EventBus,
  from: { readonly topic: string; readonly group: string },
  handle: (batch: readonly ContractEvent[]) => Promise<void> = () => Promise.resolve(),
): Receiving {
  const stopping = stopsWithTest();
  const events: ContractEvent[] = [];
  const ended = bus.consume({
    ...from,
    signal: stopping.signal,
    handle: async (batch) => {
      await handle(batch);
      events.push(...batch);
    },
  });
  return {
    events,
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}
