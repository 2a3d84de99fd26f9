import type { Day } from './calendar.js';
import type { DataOf, Shape } from './schema.js';

/** The events of one stream: name of the past fact -> shape of its data. */
export type EventSchemas = Readonly<Record<string, Shape>>;

/** An event as a decision makes it: what happened, and on which business day. */
export interface DomainEvent<Type extends string = string, Data = object> {
  readonly type: Type;
  readonly happenedOn: Day;
  readonly data: Data;
}

/** The union of all events of a stream, inferred from its schemas. */
export type EventOf<Schemas extends EventSchemas> = {
  [Type in keyof Schemas & string]: DomainEvent<Type, DataOf<Schemas[Type]>>;
}[keyof Schemas & string];

/** Declares a stream's events; identity, for inference. */
export function defineEvents<const Schemas extends EventSchemas>(schemas: Schemas): Schemas {
  return schemas;
}
