import type { Brand } from './brand.js';
import type { Day, Instant } from './calendar.js';
import type { DomainEvent } from './events.js';
import type { CommandId, EventId } from './ids.js';
import type { TenantId } from './tenant-scope.js';

/** `service.category-tenant_id` */
export type StreamName = Brand<string, 'StreamName'>;
/** Number of an event in its stream, from 0. */
export type Revision = number;
/**
 * Place of an event in its store's total order. Opaque outside the adapter, but positions of one store
 * compare as strings, so a reader can tell whether a view has reached one.
 */
export type Position = Brand<string, 'Position'>;

export interface EventMeta {
  readonly tenant: TenantId;
  /** Who did it: `token:<id>`, `user:<id>`, `reaction:<name>`, `import:<id>`, `cli`, `public`. */
  readonly actor: string;
  /** Absent for commands that need no memory of their own because the state remembers. */
  readonly commandId?: CommandId;
  /** Keyed hash of the command's body: the same id with another body is refused. */
  readonly fingerprint?: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** W3C trace context of the command. */
  readonly traceparent?: string;
  readonly schemaVersion: number;
}

/** An event ready to be appended. `recordedAt` is when we learnt of it, `happenedOn` when it was so. */
export interface NewEvent {
  readonly id: EventId;
  readonly type: string;
  readonly recordedAt: Instant;
  readonly happenedOn: Day;
  readonly data: object;
  readonly meta: EventMeta;
}

export interface RecordedEvent extends NewEvent {
  readonly stream: StreamName;
  readonly revision: Revision;
  readonly position: Position;
}

/** An event without its envelope: all that a fold over a long stream needs. */
export interface BareEvent {
  readonly type: string;
  readonly revision: Revision;
  readonly happenedOn: Day;
  readonly data: object;
  readonly schemaVersion: number;
}

/** A recorded event of a known stream, typed. */
export type Recorded<Event extends DomainEvent> = Event extends DomainEvent
  ? Omit<RecordedEvent, 'type' | 'data'> & { readonly type: Event['type']; readonly data: Event['data'] }
  : never;
