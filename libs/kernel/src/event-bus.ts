import type { Day, Instant } from './calendar.js';
import type { EventId } from './ids.js';
import type { Revision, StreamName } from './envelope.js';
import type { TenantId } from './tenant-scope.js';

/** `<service>.<past-fact>.v<n>`, owned by the publishing service. */
export type ContractType = `${string}.${string}.v${number}`;

/** An event between services. It keeps id, stream, revision and both times of the domain event it came from. */
export interface ContractEvent<Type extends string = string, Data = object> {
  readonly id: EventId;
  readonly type: Type;
  /** The publisher's stream: the key that keeps order. */
  readonly stream: StreamName;
  readonly revision: Revision;
  readonly recordedAt: Instant;
  readonly happenedOn: Day;
  readonly tenant: TenantId;
  readonly correlationId: string;
  readonly traceparent?: string;
  readonly data: Data;
}

/**
 * Port: the way between services. Topic = publishing service. At least once; events of one stream
 * arrive in the order they were published; what was acknowledged survives a restart.
 */
export interface EventBus {
  /** Durable when the promise resolves. */
  publish(topic: string, events: readonly ContractEvent[]): Promise<void>;
  /**
   * Delivers the topic to a consumer group from its stored offset, from the beginning the first time.
   * When `handle` resolves the batch is done; when it throws, the batch comes again after a pause.
   * The promise resolves once the signal has aborted and the batch under way is finished.
   */
  consume(subscription: {
    readonly topic: string;
    readonly group: string;
    readonly handle: (batch: readonly ContractEvent[]) => Promise<void>;
    readonly signal: AbortSignal;
  }): Promise<void>;
  /** How many published events of the topic the group has not yet done. */
  backlog(topic: string, group: string): Promise<number>;
  close(): Promise<void>;
}
