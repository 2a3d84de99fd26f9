import type { ContractEvent, ContractType } from './event-bus.js';
import type { Recorded, RecordedEvent } from './envelope.js';
import type { DomainEvent } from './events.js';
import type { DataOf, Shape } from './schema.js';
import { parseStreamName, upcast, type StreamDefinition } from './stream.js';

/** An event that crosses services: its name with version, and the shape of its data. Owned by the publisher. */
export interface Contract<Type extends ContractType = ContractType, Of extends Shape = Shape> {
  readonly type: Type;
  readonly shape: Of;
  /** One sentence for the contract document. */
  readonly summary: string;
}

export function defineContract<const Type extends ContractType, const Of extends Shape>(
  type: Type,
  summary: string,
  shape: Of,
): Contract<Type, Of> {
  return { type, summary, shape };
}

export type DataOfContract<Of> = Of extends Contract<ContractType, infer Data> ? DataOf<Data> : never;

/** Whether a received event is this contract; narrows its data. */
export function isContract<Type extends ContractType, Of extends Shape>(
  contract: Contract<Type, Of>,
  event: ContractEvent,
): event is ContractEvent<Type, DataOf<Of>> {
  return event.type === contract.type;
}

/** What of a recorded event other services learn; undefined: nothing. */
export type Publish = (event: RecordedEvent) => ContractEvent | undefined;

/** A contract with data that fits its shape. */
export interface FilledContract {
  readonly contract: Contract;
  readonly data: object;
}

/** Fills a contract; the compiler checks the data against its shape. */
export function publishAs<Type extends ContractType, Of extends Shape>(
  contract: Contract<Type, Of>,
  data: DataOf<Of>,
): FilledContract {
  return { contract, data };
}

/**
 * The only exit of one stream's events: for each type that others may learn of, the contract it becomes.
 * The contract event keeps the domain event's id, stream, revision and both times.
 */
export function publishes<State, Event extends DomainEvent>(
  stream: StreamDefinition<State, Event>,
  exits: {
    readonly [Type in Event['type']]?: (
      event: Recorded<Extract<Event, { type: Type }>>,
      id: string,
    ) => FilledContract | undefined;
  },
): Publish {
  const table = exits as unknown as Readonly<
    Record<string, (event: unknown, id: string) => FilledContract | undefined>
  >;
  return (recorded) => {
    const source = parseStreamName(recorded.stream);
    if (source.service !== stream.service || source.category !== stream.category) return undefined;
    const mapped = table[recorded.type]?.(upcast(stream, recorded), source.id);
    return mapped && envelope(recorded, mapped);
  };
}

function envelope(event: RecordedEvent, { contract, data }: FilledContract): ContractEvent {
  const { id, stream, revision, recordedAt, happenedOn, meta } = event;
  const trace = meta.traceparent ? { traceparent: meta.traceparent } : {};
  return {
    id,
    type: contract.type,
    stream,
    revision,
    recordedAt,
    happenedOn,
    tenant: meta.tenant,
    correlationId: meta.correlationId,
    ...trace,
    data,
  };
}
